/**
 * Slack's limits, in UTF-16 units unless a field says otherwise.
 * Source: https://docs.slack.dev/reference/block-kit and the pages of the methods, read in 2026.
 */
export const LIMITS = {
  /** Blocks in a message; two places are kept for "…more" and "post in thread". */
  blocksPerMessage: 50,
  /** All blocks of a message together are refused at about 13,200; escapes and emoji need some air. */
  messageCharacters: 12_000,
  /** Text of one block. */
  blockCharacters: 3_000,
  /** `text` beside blocks: notification and screen reader; longer is not read. */
  fallbackCharacters: 3_900,
  /** `text` of a message that has no blocks. */
  plainCharacters: 39_000,
  buttonsPerBlock: 25,
  /** More than this is a wall on a phone: the later ones go into a menu. */
  buttonsInSight: 5,
  menuOptions: 5,
  optionValue: 150,
  buttonText: 75,
  buttonValue: 2_000,
  blockId: 255,
  tableColumns: 20,
  /** Slack allows 100; more than this is not read in a chat, and the list form of the same rows must fit a block. */
  tableRows: 50,
  tableCell: 200,
  linkUrl: 2_000,
  sourceLabel: 150,
  fileName: 200,
  viewTitle: 24,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputText: 3_000,
  /** Suggested prompts, and the characters of one. */
  prompts: 4,
  prompt: 150,
  /** What stands below a thread while we work. */
  status: 100,
} as const;

/** How much one message may hold. */
export interface Budget {
  blocks: number;
  characters: number;
}

export const FULL_BUDGET: Budget = { blocks: LIMITS.blocksPerMessage - 2, characters: LIMITS.messageCharacters };
/** After Slack refused a full message. */
export const CAREFUL_BUDGET: Budget = { blocks: 20, characters: 6_000 };

/** How long a `response_url` may be used. https://docs.slack.dev/interactivity/handling-user-interaction */
export const RESPONSE_URL_MS = 30 * 60_000;
