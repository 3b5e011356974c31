import { PURPOSES, type Purpose } from '../adapters/storage/index.ts';
import { RETENTION, type Retention } from '../core/index.ts';

const DAY = 24 * 3_600_000;
const PERSONAL = 'Personal: ';

/** docs/privacy.md, from the schema: what is stored, why, and for how long by default. */
export function privacyPage(): string {
  return [...HEAD, ...Object.entries(PURPOSES).flatMap(([name, table]) => section(name, table)), ''].join('\n');
}

const HEAD = [
  '# What is stored, why, and for how long',
  '',
  'This page is made from the schema by `npx postilion privacy page`; a test keeps it current. Periods are the defaults; the operator',
  'changes them by the variables in brackets, in days. Passwords, codes, tokens and phone numbers are taken out of every text *before* it is',
  'stored, logged or passed on. Nothing is sent anywhere but to the chat platform where the person and the desk are, and to the mail servers',
  'that a person asks to have checked (never an address or a password).',
  '',
  'A person sees and erases what is kept about them with `/mail privacy`. The operator does it with `npx postilion privacy export PERSON` and',
  '`npx postilion privacy erase PERSON`, where PERSON is `slack:TEAM/USER`, `discord:USER` or `web:…`, as in the log.',
  '',
  '| period | days | variable | counts from |',
  '|---|---|---|---|',
  ...periods(),
  '',
  'The log is a file (`postilion.log` in the state directory) only while the terminal is used for chatting; its old lines are erased while',
  'Postilion runs, up to an hour before their time. Otherwise the log goes to standard error: whatever collects it there (journald, Docker,',
  'Kubernetes) keeps it for as long as it is set up to, not for this period. It holds ids, codes, counts and times, never what anybody wrote.',
  '',
];

function periods(): string[] {
  const from: Record<keyof Retention, string> = {
    messages: 'when the message was answered or sent',
    conversations: 'when the person last spoke there',
    attachments: 'when the ticket was closed',
    tickets: 'when the ticket was closed',
    gaps: 'when it was asked',
    logs: 'when it was written',
  };
  return (Object.keys(RETENTION) as (keyof Retention)[]).map(
    (name) => `| ${name} | ${RETENTION[name] / DAY} | \`KEEP_${name.toUpperCase()}_DAYS\` | ${from[name]} |`,
  );
}

function section(name: string, { purpose, kept, columns }: Purpose<object>): string[] {
  const rows = Object.entries(columns as Record<string, string>).map(([column, text]) => {
    const personal = text.startsWith(PERSONAL);
    const what = personal ? capital(text.slice(PERSONAL.length)) : text;
    return `| \`${column}\` | ${personal ? 'yes' : ''} | ${what} |`;
  });
  return [
    `## ${name}`,
    '',
    purpose,
    `Kept: ${kept}.`,
    '',
    '| field | personal | what it is for |',
    '|---|---|---|',
    ...rows,
    '',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
