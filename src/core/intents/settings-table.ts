import { fill } from '../locales/index.ts';
import type { Block, Server } from '../model.ts';
import { type Question, text } from './answer.ts';
import { scopeName } from './scope-name.ts';

type Reader = Pick<Question, 'texts' | 'language'>;
type Row = Pick<Server, 'protocol' | 'host' | 'port' | 'security' | 'username' | 'scope' | 'domains'>;

/** Rows in the order of recommendation; host and port are cells of their own, so that they copy well. */
export function settingsTable(servers: readonly Row[], asking: Reader, title?: string): Block {
  const { columns, security, username } = asking.texts.answers;
  return {
    kind: 'settings',
    ...(title !== undefined && { title }),
    columns: [columns.protocol, columns.host, columns.port, columns.security, columns.username],
    rows: servers.map((server) => [
      purpose(server, servers, asking),
      server.host,
      String(server.port),
      security[server.security],
      username[server.username],
    ]),
  };
}

/** The table, and under it what keeps POP3 from costing somebody their mail; nothing without servers. */
export function tableWithCare(servers: readonly Row[], asking: Reader, title?: string): Block[] {
  if (servers.length === 0) return [];
  const fetches = servers.some(({ protocol }) => protocol === 'pop3');
  return [settingsTable(servers, asking, title), ...(fetches ? [text(asking.texts.answers.settings.keepCopy)] : [])];
}

/** What a server is for, and for whom where that is not everybody. */
function purpose(server: Row, all: readonly Row[], asking: Reader): string {
  const { answers, facts } = asking.texts;
  const name = answers.protocols[server.protocol];
  const scope = server.scope === undefined ? domainsName(server, all) : scopeName(server.scope, asking);
  return scope === undefined ? name : fill(facts.forScope, { protocol: name, scope });
}

/** The domains of a server that stands beside one for other domains: the first of them tells which is which. */
function domainsName(server: Row, all: readonly Row[]): string | undefined {
  const [first, ...more] = server.domains ?? [];
  const rivals = all.filter((other) => other.protocol === server.protocol);
  const isAlone = rivals.every((other) => String(other.domains ?? '') === String(server.domains));
  if (first === undefined || isAlone) return undefined;
  return more.length > 0 ? `${first} …` : first;
}
