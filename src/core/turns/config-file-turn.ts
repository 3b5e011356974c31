import { type AccountOf, domainOf } from '../export/account.ts';
import { CONFIG_FORMATS, type ConfigFile, configFile } from '../export/index.ts';
import { actions, text } from '../intents/answer.ts';
import { nameOf } from '../intents/provider-name.ts';
import { passwordText } from '../intents/provider-facts.ts';
import { fill, texts } from '../locales/index.ts';
import type {
  Block,
  ControlIntent,
  DeliveryEvent,
  Event,
  JobFinishedEvent,
  Provider,
  Situation,
  Slots,
  Turn,
} from '../model.ts';
import type { Knowledge } from '../ports.ts';
import { ignored } from './ignored.ts';
import { answerLanguage } from './language.ts';
import { TurnBuilder } from './turn-builder.ts';

type Wanted = Extract<ControlIntent, { name: 'config-file' }>;
type Signing = Extract<JobFinishedEvent['outcome'], { kind: 'sign-file' }>['task'];

/** Marks the operation that carries a file to somebody: its refusal is told where it was asked for. */
const FILE_KEY = /#file$/;

interface Asked {
  turn: TurnBuilder;
  event: Event;
  situation: Situation;
  knowledge: Knowledge;
  language: string;
}

/** "File for my iPhone": asks which program, then gives the file, or says kindly why there is none. */
export function giveConfigFile(wanted: Wanted, asked: Asked): void {
  const { turn, situation, knowledge, language } = asked;
  const provider = knowledge.provider(wanted.provider);
  if (!provider) return;
  const words = texts(language).files;
  const { format } = wanted;
  if (format === undefined) {
    turn.say([text(fill(words.which, facts(provider, language))), ...formats(wanted, language)]);
    return;
  }
  const own = whose(wanted, situation.conversation.slots, provider);
  const file = configFile(provider, format, own, language);
  if ('no' in file) turn.say([text(fill(words.no[file.no], facts(provider, language)))]);
  else if (format === 'mobileconfig' && situation.settings.signsFiles) sign(file, own.address, provider, asked);
  else
    hand(
      [text(introOf(file, own.address, provider, language)), ...unsigned(file, provider, language), block(file)],
      asked,
    );
}

/**
 * Whose mailbox is meant: the button says it, else the conversation, as long as it speaks of this provider. An address
 * of another provider, mentioned before or since, is not meant.
 */
function whose({ domain: asked }: Wanted, { email, domain: spoken }: Slots, { domains }: Provider): AccountOf {
  const own = domainOf(email);
  const domain = asked ?? [own, spoken].find((one) => one !== undefined && domains.includes(one));
  return {
    ...(domain !== undefined && { domain }),
    ...(email !== undefined && own === domain && { address: email }),
  };
}

function formats(wanted: Wanted, language: string): Block[] {
  const { formats: names } = texts(language).files;
  return actions(...CONFIG_FORMATS.map((format) => ({ label: names[format], intent: { ...wanted, format } })));
}

function introOf(file: ConfigFile, address: string | undefined, provider: Provider, language: string): string {
  const { intro } = texts(language).files;
  const template = file.name.endsWith('.mobileconfig') ? intro.mobileconfig : intro.autoconfig;
  return fill(template, { account: address ?? nameOf(provider, language), name: file.name });
}

function unsigned(file: ConfigFile, provider: Provider, language: string): Block[] {
  const words = texts(language);
  const password = passwordText(provider.password, { texts: words, language });
  return [
    ...(file.name.endsWith('.mobileconfig') ? [text(words.files.notSigned)] : []),
    ...(password === undefined ? [] : [text(password)]),
  ];
}

function block({ name, mime, content }: ConfigFile): Block {
  return { kind: 'file', name, mime, content };
}

/** Where others can read along, a file goes by direct message only: it may hold an address. */
function hand(blocks: Block[], { turn, event, language }: Omit<Asked, 'situation' | 'knowledge'>): void {
  if (event.private) {
    turn.say(blocks);
    return;
  }
  turn.say([text(texts(language).files.sentPrivately)]);
  turn.post({ direct: event.author.id }, blocks, { report: true, suffix: '#file' });
}

/** The key is not the core's to use: a job signs, and its end gives the file. */
function sign(file: ConfigFile, address: string | undefined, provider: Provider, { turn, language }: Asked): void {
  const key = turn.say([text(texts(language).files.making)]);
  const account = address ?? nameOf(provider, language);
  turn.job({ kind: 'sign-file', name: file.name, mime: file.mime, content: file.content, account }, key);
}

/** A signed file; where the signing failed the same one unsigned, which is then said. */
export function signedFileTurn(
  event: Event & JobFinishedEvent,
  { name, mime, content, account }: Signing,
  signed: string | undefined,
  situation: Situation,
  now: number,
): Turn {
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  const words = texts(language).files;
  const file: Block =
    signed === undefined
      ? { kind: 'file', name, mime, content }
      : { kind: 'file', name, mime, content: signed, encoding: 'base64' };
  const blocks = [
    text(fill(words.intro.mobileconfig, { account })),
    text(signed === undefined ? words.notSigned : words.signed),
    file,
  ];
  turn.delete(event.outcome.progress);
  hand(blocks, { turn, event, language });
  return turn.build({ kind: 'done' });
}

export function carriesFile({ operation }: DeliveryEvent): boolean {
  return FILE_KEY.test(operation);
}

/** A file that could not be brought: nobody waits for it in vain. */
export function fileDeliveryTurn(event: Event & DeliveryEvent, situation: Situation, now: number): Turn {
  if (event.outcome === 'sent') return ignored(event, 'nothing-to-do');
  const language = answerLanguage(event, situation, '');
  const turn = new TurnBuilder(event, situation, language, now);
  const words = texts(language).files;
  const { provider, domain } = situation.conversation.slots;
  const again: Wanted | undefined =
    provider === undefined ? undefined : { name: 'config-file', provider, ...(domain !== undefined && { domain }) };
  turn.post({ place: event.place }, [
    text(words.notSent),
    ...actions(again && { label: words.tryAgain, intent: again }),
  ]);
  return turn.build({ kind: 'done' });
}

function facts(provider: Provider, language: string): { provider: string } {
  return { provider: nameOf(provider, language) };
}
