import { blockFault } from './validate.ts';

type Json = Record<string, unknown>;

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function size(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

/** What is wrong with an element of an input block. https://docs.slack.dev/reference/block-kit/block-elements */
function elementFaults(element: Json): string[] {
  const options = list(element['options']);
  const most = Number(element['max_length'] ?? 3_000);
  switch (element['type']) {
    case 'plain_text_input':
      return [
        ...(most > 3_000 ? ['max_length is more than 3000'] : []),
        ...(size(element['initial_value']) > most ? ['initial_value is too long'] : []),
      ];
    case 'static_select':
      return [
        ...(options.length < 1 || options.length > 100 ? ['between 1 and 100 options'] : []),
        ...(options.some((option) => textOf(option['text']).length < 1 || textOf(option['text']).length > 75)
          ? ['option text must be 1 to 75 characters']
          : []),
        ...(options.some((option) => size(option['value']) < 1 || size(option['value']) > 150)
          ? ['option value must be 1 to 150 characters']
          : []),
        ...('initial_option' in element &&
        !options.some((option) => JSON.stringify(option) === JSON.stringify(element['initial_option']))
          ? ['initial_option must be one of the options']
          : []),
      ];
    case 'external_select':
      return [];
    default:
      return [`unsupported type: ${String(element['type'])}`];
  }
}

function inputFaults(block: Json): string[] {
  if (block['type'] !== 'input') return [];
  const label = textOf(block['label']).length;
  const hint = 'hint' in block ? textOf(block['hint']).length : 1;
  return [
    ...(label < 1 || label > 2_000 ? ['label must be 1 to 2000 characters'] : []),
    ...(hint < 1 || hint > 2_000 ? ['hint must be 1 to 2000 characters'] : []),
    ...(size(block['block_id']) > 255 ? ['block_id is too long'] : []),
    ...elementFaults(block['element'] as Json),
  ];
}

/** What Slack would refuse of a modal; empty for a good one. https://docs.slack.dev/reference/views/modal-views */
export function modalFaults(view: Json): string[] {
  const blocks = list(view['blocks']);
  const inputs = blocks.some((block) => block['type'] === 'input');
  const short = ['title', 'submit', 'close'].filter((name) => name in view || name === 'title');
  const bad = short.filter((name) => textOf(view[name]).length < 1 || textOf(view[name]).length > 24);
  return [
    ...(view['type'] === 'modal' ? [] : ['not a modal']),
    ...bad.map((name) => `${name} must be 1 to 24 characters`),
    ...(blocks.length < 1 || blocks.length > 100 ? ['between 1 and 100 blocks'] : []),
    ...(inputs && !('submit' in view) ? ['submit is needed with inputs'] : []),
    ...(size(view['private_metadata']) > 3_000 ? ['private_metadata is too long'] : []),
    ...(size(view['callback_id']) > 255 ? ['callback_id is too long'] : []),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
    ...blocks.flatMap(inputFaults),
    ...(blockFault(blocks.filter((block) => block['type'] !== 'input'))?.messages ?? []),
  ];
}
