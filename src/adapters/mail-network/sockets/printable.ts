/**
 * Text of a stranger's server, made harmless for a chat: printable ASCII, cut, and without what could
 * mention people, form a link or close a code span.
 */
export function printable(text: string, most = 80): string {
  return text
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .replaceAll(/[<>@`]/g, ' ')
    .replaceAll('://', ': //')
    .slice(0, most)
    .trim();
}
