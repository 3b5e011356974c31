import { fill } from '../locales/index.ts';
import type { Block, Server } from '../model.ts';
import type { Question } from './answer.ts';

type Row = Pick<Server, 'protocol' | 'host' | 'port' | 'security' | 'username' | 'scope'>;

/** Rows in the order of recommendation; host and port are cells of their own, so that they copy well. */
export function settingsTable(servers: readonly Row[], { texts }: Pick<Question, 'texts'>, title?: string): Block {
  const { columns, security, username } = texts.answers;
  return {
    kind: 'settings',
    ...(title !== undefined && { title }),
    columns: [columns.protocol, columns.host, columns.port, columns.security, columns.username],
    rows: servers.map((server) => [
      purpose(server, texts),
      server.host,
      String(server.port),
      security[server.security],
      username[server.username],
    ]),
  };
}

/** What a server is for, and for whom where that is not everybody. */
function purpose({ protocol, scope }: Row, { answers, facts }: Question['texts']): string {
  const name = answers.protocols[protocol];
  if (scope === undefined) return name;
  const known: Record<string, string> = facts.scopes;
  return fill(facts.forScope, { protocol: name, scope: known[scope] ?? scope });
}
