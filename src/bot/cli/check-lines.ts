import {
  fill,
  type Knowledge,
  notChecked,
  ownerLine,
  portDetails,
  type ServerCheck,
  statusLine,
  texts,
} from '../../core/index.ts';

/** A check for a person at a terminal: both verdicts, then every port with its findings and technical facts. */
export function checkLines(check: ServerCheck, knowledge: Knowledge, language: string): string[] {
  const words = texts(language).check;
  if (check.status !== 'checked') return [statusLine(check, knowledge, language, check.checkedAt)];
  return [
    fill(words.verdicts[check.verdict], { host: check.host }),
    ownerLine(check.host, knowledge, language).line,
    ...check.ports.flatMap((port) => {
      const { title, lines } = portDetails(port, check.checkedAt, words);
      return ['', title, ...indented(lines)];
    }),
    '',
    words.fromHere,
    `${words.notCheckedTitle}:`,
    ...indented(notChecked(check.notChecked, words)),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
