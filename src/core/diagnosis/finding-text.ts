import type { Question } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { fill } from '../locales/index.ts';
import type { Finding } from '../model.ts';

type Speaker = Pick<Question, 'texts' | 'language' | 'knowledge'>;

/** A finding in words. Its facts are codes: they become the reader's words here. */
export function findingText({ code, facts }: Finding, speaker: Speaker): string {
  const all: Record<string, string> = speaker.texts.findings;
  const words = Object.entries(facts).map(([name, value]) => [name, inWords(name, String(value), speaker)]);
  return fill(all[code] ?? '', Object.fromEntries(words) as Record<string, string>);
}

function inWords(name: string, value: string, { texts, language, knowledge }: Speaker): string {
  const { protocols, security } = texts.answers;
  if (name === 'provider' || name === 'other') {
    const provider = knowledge.provider(value);
    return provider ? nameOf(provider, language) : value;
  }
  if (name === 'protocol') return (protocols as Record<string, string>)[value] ?? value;
  const ways: Record<string, string> = security;
  if (name === 'security') return ways[value] ?? value;
  if (name !== 'known') return value;
  return (
    ways[value] ??
    value.replaceAll(/(\d+) (tls|starttls)\b/g, (_, port: string, way: string) => `${port} (${ways[way] ?? ''})`)
  );
}
