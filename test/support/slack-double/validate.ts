/** Slack's own limits; numbers and error texts from https://docs.slack.dev/reference/block-kit, not from the adapter. */
type Json = Record<string, unknown>;

const MOST_CHARACTERS = 13_200;
const KNOWN_BLOCKS = new Set([
  'section',
  'context',
  'actions',
  'rich_text',
  'table',
  'divider',
  'header',
  'input',
  'context_actions',
]);

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function length(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

class Complaints {
  readonly messages: string[] = [];
  expect(holds: boolean, at: string, says: string): void {
    if (!holds) this.messages.push(`[ERROR] ${says} [json-pointer:${at}]`);
  }
}

function checkText(text: unknown, at: string, most: number, complaints: Complaints): void {
  const value = isJson(text) ? text['text'] : undefined;
  complaints.expect(isJson(text) && ['mrkdwn', 'plain_text'].includes(String(text['type'])), at, 'missing text object');
  complaints.expect(length(value) >= 1, `${at}/text`, 'must be more than 0 characters');
  complaints.expect(length(value) <= most, `${at}/text`, `must be less than ${most + 1} characters`);
}

function checkButton(element: Json, at: string, complaints: Complaints): void {
  checkText(element['text'], `${at}/text`, 75, complaints);
  complaints.expect(length(element['value']) <= 2_000, `${at}/value`, 'must be less than 2001 characters');
  complaints.expect(length(element['action_id']) <= 255, `${at}/action_id`, 'must be less than 256 characters');
  const style = element['style'];
  complaints.expect(style === undefined || style === 'primary' || style === 'danger', `${at}/style`, 'invalid style');
}

function checkOverflow(element: Json, at: string, complaints: Complaints): void {
  const options = list(element['options']);
  complaints.expect(options.length >= 1 && options.length <= 5, `${at}/options`, 'no more than 5 items allowed');
  options.forEach((option, index) => {
    checkText(option['text'], `${at}/options/${index}/text`, 75, complaints);
    complaints.expect(
      length(option['value']) <= 150,
      `${at}/options/${index}/value`,
      'must be less than 151 characters',
    );
  });
}

function checkFeedback(block: Json, at: string, complaints: Complaints): void {
  const elements = list(block['elements']);
  complaints.expect(elements.length >= 1 && elements.length <= 5, `${at}/elements`, 'no more than 5 items allowed');
  for (const name of ['positive_button', 'negative_button']) {
    const thumbs = elements.map((element) => element[name]).filter(isJson);
    complaints.expect(thumbs.length === elements.length, `${at}/${name}`, 'missing button');
    thumbs.forEach((thumb) => checkText(thumb['text'], `${at}/${name}/text`, 75, complaints));
    const short = thumbs.every((thumb) => length(thumb['value']) <= 2_000);
    complaints.expect(short, `${at}/${name}/value`, 'must be less than 2001 characters');
  }
}

function checkElement(element: Json, at: string, complaints: Complaints): void {
  if (element['type'] === 'overflow') checkOverflow(element, at, complaints);
  else checkButton(element, at, complaints);
}

function checkActions(block: Json, at: string, complaints: Complaints): void {
  const elements = list(block['elements']);
  complaints.expect(elements.length >= 1 && elements.length <= 25, `${at}/elements`, 'no more than 25 items allowed');
  const ids = elements.map((element) => element['action_id']);
  complaints.expect(new Set(ids).size === ids.length, `${at}/elements`, 'action_id already exists');
  elements.forEach((element, index) => checkElement(element, `${at}/elements/${index}`, complaints));
}

function checkRichText(block: Json, at: string, complaints: Complaints): void {
  const elements = list(block['elements']);
  complaints.expect(elements.length >= 1, `${at}/elements`, 'must have at least 1 item');
  const empty = elements.some((element) => list(element['elements']).length === 0);
  complaints.expect(!empty, `${at}/elements`, 'rich text element must not be empty');
  complaints.expect(charactersOf(block) <= 4_000, at, 'must be less than 4001 characters');
  const links = elements.flatMap((element) => list(element['elements'])).filter((run) => run['type'] === 'link');
  complaints.expect(
    links.every((run) => /^https?:/.test(String(run['url']))),
    `${at}/elements`,
    'invalid url',
  );
}

function checkTable(block: Json, at: string, complaints: Complaints): void {
  const rows = Array.isArray(block['rows']) ? block['rows'] : [];
  complaints.expect(rows.length >= 1 && rows.length <= 100, `${at}/rows`, 'no more than 100 items allowed');
  const widths = new Set(rows.map((row) => list(row).length));
  complaints.expect(
    widths.size === 1 && [...widths].every((width) => width >= 1 && width <= 20),
    `${at}/rows`,
    'no more than 20 items allowed',
  );
  const cells = rows.flatMap((row) => list(row));
  complaints.expect(
    cells.every((cell) => cell['type'] !== 'raw_text' || length(cell['text']) > 0),
    `${at}/rows`,
    'must be more than 0 characters',
  );
  complaints.expect(charactersOf(block) <= 10_000, `${at}/rows`, 'must be less than 10001 characters');
}

function checkBlock(block: Json, at: string, complaints: Complaints): void {
  complaints.expect(KNOWN_BLOCKS.has(String(block['type'])), `${at}/type`, 'unsupported type');
  complaints.expect(length(block['block_id']) <= 255, `${at}/block_id`, 'must be less than 256 characters');
  if (block['type'] === 'section') checkText(block['text'], `${at}/text`, 3_000, complaints);
  if (block['type'] === 'header') checkText(block['text'], `${at}/text`, 150, complaints);
  if (block['type'] === 'actions') checkActions(block, at, complaints);
  if (block['type'] === 'rich_text') checkRichText(block, at, complaints);
  if (block['type'] === 'context_actions') checkFeedback(block, at, complaints);
  if (block['type'] === 'table') checkTable(block, at, complaints);
  if (block['type'] !== 'context') return;
  const elements = list(block['elements']);
  complaints.expect(elements.length >= 1 && elements.length <= 10, `${at}/elements`, 'no more than 10 items allowed');
  elements.forEach((element, index) => checkText(element, `${at}/elements/${index}`, 3_000, complaints));
}

/** Everything that a reader sees, counted as Slack counts a message. */
function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + charactersOf(each), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (name === 'text' && typeof inner === 'string' ? inner.length : charactersOf(inner)),
    0,
  );
}

export interface BlockFault {
  error: string;
  messages: string[];
}

/** Undefined when Slack would take these blocks. */
export function blockFault(blocks: Json[]): BlockFault | undefined {
  const complaints = new Complaints();
  complaints.expect(blocks.length <= 50, '/blocks', 'no more than 50 items allowed');
  blocks.forEach((block, index) => checkBlock(block, `/blocks/${index}`, complaints));
  const ids = blocks.flatMap((block) => (typeof block['block_id'] === 'string' ? [block['block_id']] : []));
  complaints.expect(new Set(ids).size === ids.length, '/blocks', 'block_id already exists');
  if (complaints.messages.length > 0) return { error: 'invalid_blocks', messages: complaints.messages };
  if (blocks.filter((block) => block['type'] === 'table').length > 1)
    return { error: 'only_one_table_allowed', messages: [] };
  return charactersOf(blocks) > MOST_CHARACTERS ? { error: 'msg_blocks_too_long', messages: [] } : undefined;
}
