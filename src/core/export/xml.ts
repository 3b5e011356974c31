/** Text for XML 1.0: markup escaped, characters that XML cannot hold left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export interface XmlElement {
  name: string;
  attributes?: Record<string, string>;
  /** A text, or elements inside. */
  content: string | readonly XmlElement[];
}

/** One element a line, two spaces deeper each. */
export function xmlLines({ name, attributes = {}, content }: XmlElement, indent = ''): string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const start = `${indent}<${name}${written.join('')}>`;
  if (typeof content === 'string') return [`${start}${escapeXml(content)}</${name}>`];
  return [start, ...content.flatMap((inner) => xmlLines(inner, `${indent}  `)), `${indent}</${name}>`];
}
