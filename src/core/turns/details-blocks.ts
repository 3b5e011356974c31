import { notChecked, portDetails } from '../diagnosis/check-details.ts';
import { actions, text } from '../intents/answer.ts';
import { fill, texts } from '../locales/index.ts';
import type { Block, JobOutcome } from '../model.ts';

/** The technical facts of a check, for who wants them or was asked for them by an administrator. */
export function detailsBlocks(found: JobOutcome | undefined, host: string, language: string): Block[] {
  const { check: words, answers } = texts(language);
  if (found?.kind !== 'check-server')
    return [
      text(fill(words.detailsGone, { host })),
      ...actions({ label: answers.buttons.check, intent: { name: 'check-server', host } }),
    ];
  const { ports, checkedAt, notChecked: codes } = found.result;
  const parts = ports.map((port) => portDetails(port, checkedAt, words));
  const heading = fill(words.detailsTitle, { host, time: minute(checkedAt) });
  return [
    text(heading),
    ...parts.map(({ title, lines }) => text(listed(title, lines))),
    text(listed(words.notCheckedTitle, notChecked(codes, words))),
    text(words.fromHere),
  ];
}

function listed(title: string, lines: readonly string[]): string {
  return [`**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** `2026-11-23 10:15 UTC`. */
function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
