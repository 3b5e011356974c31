import { writeKnowledge } from '../../data/build/write.ts';
import { generatedKnowledge } from '../support/generated-domains.ts';

// `lookup-build COUNT PATH` writes a knowledge file of so many generated domains; sends the milliseconds that it took.
const [count = '', path = ''] = process.argv.slice(2);
const began = performance.now();
writeKnowledge(generatedKnowledge(Number(count)), { hash: count, fingerprint: '', simplification: '{}' }, path);
process.send?.(performance.now() - began);
