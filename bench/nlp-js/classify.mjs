import { readFileSync } from 'node:fs';
import { NlpManager } from 'node-nlp';

/** @typedef {{ text: string, intent: string, language: string }} Example */

/** Both forms of Chinese are one language to it. */
const languageOf = (language) => (language.startsWith('zh') ? 'zh' : 'en');

/** @type {{ examples: Example[], messages: string[] }} */
const { examples, messages } = JSON.parse(readFileSync(0, 'utf8'));

const manager = new NlpManager({ languages: ['en', 'zh'], autoSave: false, nlu: { log: false } });
for (const { text, intent, language } of examples) manager.addDocument(languageOf(language), text, intent);
const began = performance.now();
await manager.train();
const trainMs = performance.now() - began;

const answers = [];
for (const message of messages) {
  const asked = performance.now();
  const { intent } = await manager.process(message);
  answers.push({ intent, ms: performance.now() - asked });
}
process.stdout.write(`\n${JSON.stringify({ trainMs, answers })}`);
