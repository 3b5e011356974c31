import { texts, type Reply } from '../../core/index.ts';
import { actionRows, createIdSource, type ActionRow } from './buttons.ts';
import type { KeptIntent } from './custom-id.ts';
import { cut, LIMITS } from './limits.ts';
import { accentOf, attachmentsOf, footer, pageOf, type Attachment, type RenderOptions } from './render.ts';

interface Classic {
  embeds: { description: string; color?: number }[];
  components: ActionRow[];
  files: Attachment[];
  kept: KeptIntent[];
}

/** One page of a reply as an embed with rows of buttons, for where the newer components are refused. Pure. */
export function renderClassic(reply: Reply, options: RenderOptions): Classic {
  const { items, next } = pageOf(reply, options);
  const ids = createIdSource(options.only);
  const placeholder = texts(reply.language).discord.choose;
  const lines = items.flatMap((item) => (item.kind === 'lines' ? item.lines : ['']));
  const actions = items.flatMap((item) => (item.kind === 'actions' ? item.actions : []));
  const rows = actions.length > 0 ? actionRows(actions, placeholder, ids) : [];
  const last = footer(reply, options, next, ids);
  const color = accentOf(reply);
  return {
    embeds: [{ description: descriptionOf(lines), ...(color !== undefined && { color }) }],
    components: [...rows.slice(0, LIMITS.rows - last.length), ...last],
    files: attachmentsOf(items),
    kept: ids.kept,
  };
}

/** Blank lines stand where rules and buttons were. */
function descriptionOf(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return cut(text === '' ? '…' : text, LIMITS.embedText);
}
