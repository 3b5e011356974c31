/** A moment (ms) in small Markdown, that each reader sees in their own zone where the platform can; the label says it in UTC. */
export function timeToken(at: number): string {
  const utc = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return `[${utc} UTC](time:${at})`;
}
