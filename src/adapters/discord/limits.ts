/**
 * What Discord accepts, in UTF-16 units unless said otherwise.
 * https://docs.discord.com/developers/resources/message and /components/reference, read 2026.
 */
export const LIMITS = {
  /** Plain `content` of a message. */
  content: 2_000,
  /** All text displays of one Components V2 message together. */
  text: 4_000,
  /** Nested ones count. */
  components: 40,
  /** Rows of buttons under a message in the older form, and the text of its embed. */
  rows: 5,
  embedText: 4_096,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectLabel: 100,
  placeholder: 150,
  modalTitle: 45,
  modalFields: 5,
  /** Characters of what stands above the fields. */
  modalWords: 1_000,
  inputLabel: 45,
  inputText: 4_000,
  choices: 25,
  choiceText: 100,
  nonce: 25,
  threadName: 100,
  /** Bytes of one attachment without a boosted server. */
  file: 10 * 1024 * 1024,
  files: 10,
} as const;

/** How long an interaction's token answers, ms. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const HANDLE_LIFE = 15 * 60_000;

/** Cuts to a length, marks that it was cut, and never splits a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  const last = text.charCodeAt(end - 1);
  const splits = last >= 0xd8_00 && last <= 0xdb_ff;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}
