import { actions, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { fill, texts } from '../locales/index.ts';
import type { ControlIntent, Protocol, Provider } from '../model.ts';
import type { Knowledge } from '../ports.ts';
import type { TurnBuilder } from './turn-builder.ts';

type Complaint = Extract<ControlIntent, { name: 'wrong-fact' }>;
type FactName = NonNullable<Complaint['fact']>;

const PROTOCOLS: readonly Protocol[] = ['imap', 'pop3', 'smtp'];
const OTHERS: readonly FactName[] = ['username', 'password', 'access', 'other'];

/** Notes that a fact is doubted, and asks which one: the doubt is kept also when nobody answers that. */
export function wrongFact(complaint: Complaint, turn: TurnBuilder, knowledge: Knowledge, language: string): void {
  const { wrong } = texts(language).facts;
  const provider = knowledge.provider(complaint.provider);
  if (!provider) return;
  const name = nameOf(provider, language);
  const { fact } = complaint;
  if (fact === undefined) {
    turn.gap({ kind: 'wrong-fact', text: nameOf(provider, 'en'), fact: provider.id });
    turn.say([text(fill(wrong.which, { provider: name })), ...choices(provider, language)]);
    return;
  }
  turn.gap({ kind: 'wrong-fact', text: stated(provider, fact), fact: `${provider.id}/${fact}` });
  turn.say([text(fill(wrong.noted, { provider: name, fact: wrong.facts[fact] }))]);
}

function choices(provider: Provider, language: string) {
  const { facts } = texts(language).facts.wrong;
  const offered = PROTOCOLS.filter((protocol) => provider.servers.some((server) => server.protocol === protocol));
  return actions(
    ...[...offered, ...OTHERS].map((fact) => ({
      label: facts[fact],
      intent: { name: 'wrong-fact' as const, provider: provider.id, fact },
    })),
  );
}

/** What we say now, in codes, for whoever checks it. */
function stated(provider: Provider, fact: FactName): string {
  return `${nameOf(provider, 'en')}: ${[fact, ...values(provider, fact)].join(' ')}`;
}

function values({ servers, traits, password }: Provider, fact: FactName): string[] {
  switch (fact) {
    case 'username':
      return [...new Set(servers.map((server) => server.username))];
    case 'password':
      return password ? [password.kind] : [];
    case 'access':
      return traits.map((trait) => trait.code);
    case 'other':
      return [];
    default:
      return servers
        .filter((server) => server.protocol === fact)
        .map(({ host, port, security }) => `${host}:${port}/${security}`);
  }
}
