/** What no person writes to another: replies of servers, codes, program errors, lines of a log or of settings. */
const TECHNICAL = [
  /(?:^|[\s"'“(:：])[245]\d\d[ -](?:#?[245]\.\d{1,2}\.\d{1,3}|[A-Z][\w-]{2,}(?!\s*(?:mails?|messages?|people)\b))/,
  /\b0x[0-9a-f]{6,8}\b|\b[45]\.\d{1,2}\.\d{1,3}\b|\b[A-Z]\w*(?:Exception|Error)\b|\b(?:E[A-Z]{5,}|AADSTS\d+)\b/,
  /^\s*(?:at [\w.$]+\(|\[?\d{4}-\d\d-\d\d[ T]\d\d:|[*\w.-]{1,8} (?:OK|NO|BAD|BYE)\b|[\w ()/-]{2,30}\s*[:=]\s*\S+\s*$)/,
  /^(?:error|warning|alert|fatal|diagnostic-code|status|action|remote-mta|final-recipient)\b ?[:：-]/i,
  /\b(?:said|responded|replied|returned):/i,
];
/** How mail daemons speak of themselves. */
const DAEMON = /\bi['’]?m (?:sorry to have to inform|afraid i wasn['’]?t able)/i;
/** Who speaks of themselves, or asks, speaks for themselves; servers say "our", too. */
const MINE = /\b(?:i|i['’]?(?:m|ve|ll|d)|my|me|mine|ich|mein\w*|mir|je|j['’]|mon|mes|mi|mis|yo|eu|meu|minha)\b/i;
const OURS = /\b(?:we|our|us|wir|unser\w*|nous|nuestr\w+)\b/i;
const ASKS =
  /[?]\s*$|^(?:and |but |so |ok )?(?:what|why|how|where|which|who|is|are|do|does|can|should|was|wie|wo|warum)\b/i;

/**
 * Whether a text is an error, a log or settings that somebody pasted: in whatever language those are, it is not theirs.
 * `knowsError`: it holds words of an error that we know.
 */
export function isPasted(raw: string, knowsError: boolean): boolean {
  if (!knowsError && !raw.split('\n').some(isTechnical)) return false;
  return !raw.replaceAll(ADDRESS, ' ').split(SENTENCE_END).some(isOwn);
}

const ADDRESS = /[\w.+-]{1,64}@\S{1,255}/g;
const SENTENCE_END = /\n|(?<=[.!?]) +/;

function isTechnical(line: string): boolean {
  return TECHNICAL.some((shape) => shape.test(line));
}

function isOwn(sentence: string): boolean {
  if (DAEMON.test(sentence)) return false;
  if (MINE.test(sentence) || ASKS.test(sentence.trim())) return true;
  return OURS.test(sentence) && !isTechnical(sentence);
}
