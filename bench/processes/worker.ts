import { startEngine } from '../support/bench-engine.ts';
import { currentKnowledge } from '../support/sources.ts';

// `worker STATE_DIR [DATABASE_URL]` gets ready, begins when it is told to, and says how many Turns it has committed.
const [stateDir = '', databaseUrl] = process.argv.slice(2);
const REPORT_EVERY = 10;
const knowledge = await currentKnowledge();
let committed = 0;

process.once('message', () => {
  const options = { stateDir, ...(databaseUrl !== undefined && { databaseUrl }) };
  void startEngine(options, knowledge, () => committed++);
  setInterval(() => process.send?.(committed), REPORT_EVERY);
});
process.send?.('ready');
