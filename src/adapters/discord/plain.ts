import type { Reply } from '../../core/index.ts';
import { texts } from '../../core/index.ts';
import { itemsOf } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** A reply as plain content: what is left when Discord refuses the components. Cut at a line, and says so. */
export function renderPlain(reply: Reply): string {
  const items = reply.blocks.flatMap((block) => itemsOf(block));
  const whole = items.flatMap((item) => (item.kind === 'lines' ? item.lines : [])).join('\n');
  if (whole.length <= LIMITS.content) return whole.trim() || '…';
  const mark = `\n${texts(reply.language).common.cut}`;
  const room = LIMITS.content - mark.length;
  const line = whole.lastIndexOf('\n', room);
  return whole.slice(0, line > room / 2 ? line : room - 1) + mark;
}
