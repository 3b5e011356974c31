import { CONFIG_FORMATS } from '../../core/index.ts';
import { EXIT_USAGE } from '../exit-codes.ts';

/** How each command is called; several lines where it has several forms. */
export const USAGE = {
  start: 'postilion start [--role ingress|worker|web|all]',
  chat: 'postilion chat',
  ask: 'postilion ask TEXT [--explain]\npostilion ask --json < in.jsonl > out.jsonl',
  'build-data': 'postilion build-data [--data DIR] [--output FILE]',
  'check-data': 'postilion check-data [FILE | DIR] [--data DIR]\npostilion check-data --schema',
  lookup: 'postilion lookup QUERY [--json]',
  check: 'postilion check HOST[:PORT] [--json]',
  discover: 'postilion discover ADDRESS|DOMAIN [--json]',
  eval: 'postilion eval FILE.jsonl … [--public FOLDER]   (one labelled message a line: id, text, lang, intent, alt?; or a dialogue: id, lang, turns; FOLDER: CLINC150, HINT3)',
  backup: 'postilion backup DIR',
  restore: 'postilion restore DIR',
  'migrate-state': 'postilion migrate-state',
  privacy: 'postilion privacy export|erase PERSON   (PERSON: slack:T1/U2, discord:U2 …)\npostilion privacy page',
  'dead-letters': 'postilion dead-letters [list]\npostilion dead-letters retry ID\npostilion dead-letters retry-all',
  doctor: 'postilion doctor',
  export: `postilion export ADDRESS|PROVIDER [--format ${CONFIG_FORMATS.join('|')}] [--provider ID] [--out FILE]
postilion export ticket NUMBER [--format markdown|json] [--out FILE]`,
  import: `postilion import facts FILE [--mx FILE] [--disagreements FILE] [--data DIR]
postilion import ispdb DIR [--data DIR]   (DIR: a git checkout of github.com/thunderbird/autoconfig)`,
  report: `postilion report data [--json] [--data DIR]
postilion report data --compare DIR…   (checkouts of thunderbird/autoconfig, chatmail/provider-db, M66B/FairEmail)
postilion report gaps [--days N] [--json | --topic N]
postilion report dead-letters`,
} as const;

export type CommandName = keyof typeof USAGE;

/** Says how a command is called; gives the exit code. */
export function wrongUse(name: CommandName): number {
  console.error(USAGE[name]);
  return EXIT_USAGE;
}
