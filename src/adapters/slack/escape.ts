/** Text of people inside mrkdwn: after this no mention, link or broadcast can form. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `<url|label>`, from an address that is ours and a label that may be anybody's. */
export function mrkdwnLink(url: string, label: string): string {
  const safeUrl = url.replaceAll(/[<>|\s]/g, (character) => encodeURIComponent(character));
  return `<${escapeText(safeUrl)}|${escapeText(label.replaceAll('|', '¦'))}>`;
}

/** How Slack writes a moment for each reader. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export const DATE_FORMAT = '{date_short_pretty} {time}';

/** `at`: ms. `otherwise` is what a client says that knows no dates. */
export function mrkdwnDate(at: number, otherwise: string): string {
  return `<!date^${Math.floor(at / 1000)}^${DATE_FORMAT}|${escapeText(otherwise.replaceAll('|', '¦'))}>`;
}

function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function linkText(url: string, label: string | undefined): string {
  const address = url.replace(/^mailto:/, '');
  if (label === undefined || label === address) return address;
  const bare = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  return bare === label.replace(/\/$/, '') ? label : `${label} (${address})`;
}

function specialText(body: string, self: string | undefined): string {
  const [target = '', label] = body.split('|', 2);
  switch (target[0]) {
    case '@':
      if (target.slice(1) === self) return '';
      return label === undefined ? '@…' : `@${label.replace(/^@/, '')}`;
    case '#':
      return label === undefined ? '#…' : `#${label}`;
    case '!':
      if (target.startsWith('!subteam')) return label ?? '@…';
      return label ?? `@${target.slice(1).split('^', 1)[0]}`;
    default:
      return linkText(target, label);
  }
}

/** What a person typed, from Slack's wire form; mentions of `self` are taken out. */
export function plainText(wire: string, self?: string): string {
  const text = wire.replaceAll(/<([^<>]+)>/g, (_, body: string) => specialText(body, self));
  return unescapeEntities(text)
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
}
