import { fill } from '../locales/index.ts';
import type { Block, Conflict, Provider, Server, TraitCode } from '../model.ts';
import { type Fitting, isUnverified, oldestYear } from '../providers/index.ts';
import { type Asking, text } from './answer.ts';
import { changeText, firstStep, passwordText, traitText } from './provider-facts.ts';

const ADVICE = new Set<TraitCode>([
  'two-step-needed',
  'app-password-with-two-step',
  'smtp-must-be-on',
  'admin-must-allow',
  'oauth2-offered',
  'needs-imap-id',
  'smtp-own-network-only',
  'username-local-part-for-imap',
]);

/** Under a settings table: what to switch on first, which password, what changes, how sure all this is. */
export function advice(provider: Provider, { servers, folded }: Fitting, question: Asking): Block[] {
  const { texts, now } = question;
  const first = firstStep(provider, servers, question);
  const stale = oldestYear(servers, now);
  const lines = [
    passwordText(provider.password, question),
    ...provider.traits.filter((trait) => ADVICE.has(trait.code)).map((trait) => traitText(trait, provider, question)),
    servers.some((server) => server.protocol === 'pop3') ? texts.answers.settings.keepCopy : undefined,
    ...provider.changes.map((change) => changeText(change, provider, question)),
    servers.some((server) => isUnverified(server)) ? texts.answers.settings.unverified : undefined,
    stale === undefined ? undefined : fill(texts.facts.stale, { year: stale }),
    ...disagreements(provider, servers, question, folded),
  ].filter((line) => line !== undefined && line !== first);
  return [
    ...(first === undefined ? [] : [text(first)]),
    ...(lines.length > 0 ? [text(lines.map((line) => `- ${line}`).join('\n'))] : []),
  ];
}

/** Nothing is left to choose: these are kept for `lookup`. */
const SETTLED: ReadonlySet<Conflict['reason']> = new Set(['more-sources', 'other-product']);

/**
 * Contradictions about what is shown. Where the table has every
 * side, each for its own domains, there is nothing to choose; that other regions have other servers is said already.
 */
function disagreements(
  { conflicts }: Provider,
  servers: readonly Server[],
  { texts }: Asking,
  folded: boolean,
): string[] {
  const shown = new Set(
    servers.flatMap(({ host, port, security }) => [host, `${host}:${port}`, `${host}:${port}/${security}`]),
  );
  const isShown = (one?: { value: string }) => shown.has(one?.value ?? '');
  return conflicts
    .filter(({ reason }) => !SETTLED.has(reason) && !(folded && reason === 'depends-on-region'))
    .filter(({ values: [preferred, ...others] }) => isShown(preferred) && !others.every(isShown))
    .slice(0, 1)
    .map(({ values, reason }) =>
      fill(texts.facts.disagree, {
        values: values.map(({ value }) => `\`${value}\``).join(' / '),
        reason: texts.facts.reasons[reason],
      }),
    );
}
