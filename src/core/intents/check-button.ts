import type { Action, Server } from '../model.ts';
import type { Question } from './answer.ts';

/** Runs on the person's own computer: there is nothing to look at from here. */
const OWN_COMPUTER = '127.0.0.1';

/** Under each table of servers: a look at the first of them that can be reached from outside. */
export function checkButton(
  servers: readonly Pick<Server, 'host' | 'port'>[],
  { texts }: Pick<Question, 'texts'>,
): Action | undefined {
  const server = servers.find(({ host }) => host !== OWN_COMPUTER);
  if (!server) return undefined;
  const { host, port } = server;
  return { label: texts.answers.buttons.check, intent: { name: 'check-server', host, port } };
}
