import { ButtonStyle, ComponentType, type APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { record, records, text, type Json } from './json.ts';
import { cut, LIMITS } from './limits.ts';

const COPY = 'copy';
/** A row of settings as we draw it: its name, then values to copy. */
const ROW = /^\*\*(.+?)\*\* · (.+)$/;
const VALUE = /`([^`]+)`/g;
/** Worth a message of its own, which a phone copies whole: a server, an address. */
const LONG = /[.@].*[a-z]|[a-z].*[.@]/i;
/** One more than these would be refused to an app that a person brought along. */
const MOST_ALONE = 4;

/** Offers the values of a message as ordinary text: on a phone what stands in a container cannot be copied. */
export function copyButton(label: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cut(label, LIMITS.buttonLabel),
    custom_id: COPY,
  };
}

export function isCopy(customId: string): boolean {
  return customId === COPY;
}

function shownIn(component: Json): string[] {
  const own = text(component['content']);
  return [...(own === undefined ? [] : own.split('\n')), ...records(component['components']).flatMap(shownIn)];
}

function linesOf(message: Json): string[] {
  const embedded = records(message['embeds']).flatMap((embed) => (text(embed['description']) ?? '').split('\n'));
  return [...records(message['components']).flatMap(shownIn), ...embedded];
}

function unescaped(words: string): string {
  return words.replaceAll(/\\([^\w\s])/g, '$1');
}

export interface Copyable {
  /** All of it, a paragraph for each server. */
  overview: string;
  /** Values that come alone. */
  alone: string[];
}

/** The settings of a pressed message; undefined where none stand there. What is copied is the message itself. */
export function copyableOf(interaction: Json): Copyable | undefined {
  const rows = linesOf(record(interaction['message'])).flatMap((line) => {
    const [, name, rest = ''] = ROW.exec(line) ?? [];
    const values = [...rest.matchAll(VALUE)].map(([, value = '']) => value.trim());
    return name === undefined || values.length === 0 ? [] : [{ name: unescaped(name), values }];
  });
  if (rows.length === 0) return undefined;
  const overview = rows.map(({ name, values }) => [name, ...values].join('\n')).join('\n\n');
  const alone = [...new Set(rows.flatMap(({ values }) => values.filter((value) => LONG.test(value))))];
  return { overview: cut(overview, LIMITS.content), alone: alone.slice(0, MOST_ALONE) };
}
