import type { Block } from '../../core/index.ts';

/** Roughly how much a block asks of a reader, in characters. */
function weight(block: Block): number {
  switch (block.kind) {
    case 'text':
      return block.text.length;
    case 'steps':
      return block.items.reduce((sum, item) => sum + item.length, 0);
    case 'settings':
      return block.rows.length * 60;
    case 'verdict':
      return block.title.length + (block.text?.length ?? 0);
    default:
      return 0;
  }
}

/** A long text is parted between lines or after a sentence, else between words. */
function partText(text: string, room: number): [string, string] {
  const newline = text.lastIndexOf('\n', room);
  const sentence = Math.max(...['. ', '。', '！', '？'].map((end) => text.lastIndexOf(end, room)));
  const at = Math.max(newline, sentence) + 1;
  const cut = at > room / 3 ? at : text.lastIndexOf(' ', room) + 1 || room;
  return [text.slice(0, cut), text.slice(cut)];
}

function partBlock(block: Block, room: number): [Block, Block] | undefined {
  if (block.kind !== 'text' || room < 200) return undefined;
  const [head, tail] = partText(block.text, room);
  return [
    { ...block, text: head },
    { ...block, text: tail },
  ];
}

/**
 * What is shown at once and what stands behind "…more". Sources and buttons stay in sight;
 * a rest too small to be worth a press is not hidden.
 */
export function partReply(blocks: readonly Block[], limit: number): { head: Block[]; rest: Block[]; foot: Block[] } {
  const foot = blocks.filter((block) => weight(block) === 0);
  const body = blocks.filter((block) => weight(block) > 0);
  const total = body.reduce((sum, block) => sum + weight(block), 0);
  if (total <= limit * 1.3) return { head: [...blocks], rest: [], foot: [] };
  const head: Block[] = [];
  let room = limit;
  while (body[0] && weight(body[0]) <= room) {
    room -= weight(body[0]);
    head.push(...body.splice(0, 1));
  }
  const parted = body[0] && partBlock(body[0], room);
  if (parted) return { head: [...head, parted[0]], rest: [parted[1], ...body.slice(1)], foot };
  return head.length > 0 ? { head, rest: body, foot } : { head: body.slice(0, 1), rest: body.slice(1), foot };
}
