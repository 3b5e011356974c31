import { xmlLines, type XmlElement } from './xml.ts';

export type PlistValue = string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue };

const HEAD = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
];

/** An Apple property list. */
export function plist(value: PlistValue): string {
  const root: XmlElement = { name: 'plist', attributes: { version: '1.0' }, content: [elementOf(value)] };
  const lines = xmlLines(root).map((line) => line.replace(/<(true|false)><\/\1>$/, '<$1/>'));
  return `${[...HEAD, ...lines].join('\n')}\n`;
}

function elementOf(value: PlistValue): XmlElement {
  if (typeof value === 'string') return { name: 'string', content: value };
  if (typeof value === 'number') return { name: 'integer', content: String(value) };
  if (typeof value === 'boolean') return { name: String(value), content: '' };
  if (isList(value)) return { name: 'array', content: value.map((item) => elementOf(item)) };
  const pairs = Object.entries(value).flatMap(([key, inner]) => [{ name: 'key', content: key }, elementOf(inner)]);
  return { name: 'dict', content: pairs };
}

function isList(value: object): value is readonly PlistValue[] {
  return Array.isArray(value);
}
