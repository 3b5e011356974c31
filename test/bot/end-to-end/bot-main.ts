import { readConfig } from '../../../src/bot/config/index.ts';
import { run } from '../../../src/bot/run.ts';

// The program as `npm start` runs it, but for an installation without `data/`: the knowledge that it is given stays.
const result = readConfig(process.env, '/a/package/without/sources');
if (!result.ok) throw new Error(JSON.stringify(result.faults));
void run(result.config).then((code) => process.exit(code));
