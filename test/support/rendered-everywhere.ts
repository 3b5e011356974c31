import { html } from 'hono/html';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { renderPlain as renderPlainForDiscord } from '../../src/adapters/discord/plain.ts';
import { LIMITS as DISCORD } from '../../src/adapters/discord/limits.ts';
import { render as renderForSlack, STYLES } from '../../src/adapters/slack/render.ts';
import { LIMITS as SLACK } from '../../src/adapters/slack/limits.ts';
import { LIMITS as TERMINAL } from '../../src/adapters/terminal/limits.ts';
import { renderReply as renderForTerminal } from '../../src/adapters/terminal/render.ts';
import { displayWidth } from '../../src/adapters/terminal/width.ts';
import { ReplyView, VISITOR_LINKS } from '../../src/adapters/web/render.tsx';
import { type Reply, texts } from '../../src/core/index.ts';
import { checkMessage } from './discord-double/validate.ts';
import { blockFault } from './slack-double/validate.ts';

type Json = Record<string, unknown>;

/** More pages than any answer has: a "…more" that never ends is a fault. */
const PAGES = 60;

/** What is wrong with a reply on any of the four platforms; an exception of a renderer is passed on. */
export async function renderingFaults(reply: Reply): Promise<string[]> {
  const platforms = {
    slack: slackFaults(reply),
    discord: discordFaults(reply),
    terminal: terminalFaults(reply),
    web: await webFaults(reply),
  };
  return Object.entries(platforms).flatMap(([name, faults]) => faults.map((fault) => `${name}: ${fault}`));
}

function slackFaults(reply: Reply): string[] {
  const pages = Array.from({ length: PAGES }, (_, page) => renderForSlack(reply, { key: 'k:1#0', page }));
  const shown = pages.filter((page) => page.blocks.length > 0);
  const blocks = shown.flatMap((page) => blockFault(page.blocks as unknown as Json[]) ?? []);
  const fallbacks = STYLES.map((style) => renderForSlack(reply, { key: 'k:1#0', style }).text);
  const wire = JSON.stringify([shown, fallbacks]);
  return [
    ...blocks.map((fault) => `${fault.error} ${fault.messages.join(' ')}`),
    ...(fallbacks.every((text) => text.length > 0 && text.length <= SLACK.plainCharacters) ? [] : ['text too long']),
    ...(pingsOnSlack([shown, fallbacks.map((text) => ({ type: 'mrkdwn', text }))]) ? ['a mention'] : []),
    ...missing(reply, wire),
    ...(fallbacks[3] !== undefined && fallbacks[3].length > SLACK.fallbackCharacters ? ['short text too long'] : []),
  ];
}

/** Only mrkdwn and elements made for it mention somebody; text in rich text and cells stays what it is. */
function pingsOnSlack(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => pingsOnSlack(each));
  if (typeof value !== 'object' || value === null) return false;
  const { type, text } = value as Json;
  if (type === 'mrkdwn' && typeof text === 'string' && /<(?!!date\^)[!@#]/.test(text)) return true;
  if (['user', 'usergroup', 'broadcast', 'channel'].includes(String(type))) return true;
  return Object.values(value).some((each) => pingsOnSlack(each));
}

function discordFaults(reply: Reply): string[] {
  const more = texts(reply.language).common.more;
  const faults: string[] = [];
  let wire = '';
  for (let page = 0; page < PAGES; page++) {
    const { components, files } = renderForDiscord(reply, { key: 'k:1#0', page });
    const names = files.map((file) => file.name);
    faults.push(...refusals(() => checkMessage({ components }, true, names)));
    const drawn = JSON.stringify(components);
    wire += drawn;
    if (!drawn.includes(JSON.stringify(more))) break;
    if (page === PAGES - 1) faults.push('"…more" never ends');
  }
  const plain = renderPlainForDiscord(reply);
  if (plain.length > DISCORD.content) faults.push('plain text too long');
  const open = (wire + plain).replaceAll(/`[^`]*`/g, '');
  if (/@(?:everyone|here)\b|(?<!\\)<@[!&]?\d+>/.test(open)) faults.push('a mention');
  return [...faults, ...missing(reply, wire)];
}

function refusals(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [JSON.stringify(error)];
  }
}

async function webFaults(reply: Reply): Promise<string[]> {
  const markup = String(await html`${ReplyView({ reply, of: 'k:1#0', links: VISITOR_LINKS })}`);
  return [...(/<script|<img|<iframe|javascript:/i.test(markup) ? ['foreign markup'] : []), ...missing(reply, markup)];
}

function terminalFaults(reply: Reply): string[] {
  const { text, choices } = renderForTerminal(reply, { width: TERMINAL.columns, coloured: false });
  const buttons = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const inFile = reply.blocks.some((block) => block.kind === 'file');
  const wide = text.split('\n').filter((line) => displayWidth(line) > TERMINAL.columns && line.includes(' '));
  return [
    ...(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(text) ? ['a control character'] : []),
    ...(choices.length === buttons.length ? [] : ['a button is missing']),
    ...(inFile ? [] : wide.map((line) => `too wide: ${line}`)),
    ...missing(reply, text),
  ];
}

/** Host and port are what the reader came for. */
function missing(reply: Reply, rendered: string): string[] {
  const tables = reply.blocks.flatMap((block) => (block.kind === 'settings' ? block.rows : []));
  const values = tables.flatMap((row) => row.filter((cell) => /^[\w.-]+\.[a-z]{2,}$|^\d{2,5}$/.test(cell)));
  return [...new Set(values)].filter((value) => !rendered.includes(value)).map((value) => `${value} is missing`);
}
