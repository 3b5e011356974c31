import { createHash } from 'node:crypto';
import {
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  type APIContainerComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { texts, type Action, type Reply } from '../../core/index.ts';
import { COLOURS, itemsOf, type FileItem, type Item } from './blocks.ts';
import { actionRows, button, createIdSource, row, type ActionRow, type IdSource } from './buttons.ts';
import { copyButton } from './copyable.ts';
import type { KeptIntent } from './custom-id.ts';
import { pagesOf, type Page } from './pages.ts';
import { publishButton } from './publish.ts';

export interface RenderOptions {
  /** Operation key: "…more" names it, and the container is marked with it. */
  key: string;
  /** From 0; one past the end shows the last. */
  page?: number;
  /** Offers to show a quiet answer to everyone. */
  publish?: boolean;
  /** The one person whom it is for: named, and nobody else may use its buttons. */
  only?: string;
  /** Comes with the reply. */
  file?: Omit<FileItem, 'kind'>;
}

export interface Attachment {
  name: string;
  mime: string;
  content: string | Uint8Array;
}

export interface Rendered {
  flags: MessageFlags;
  components: APIMessageTopLevelComponent[];
  files: Attachment[];
  /** To be kept before the message is sent. */
  kept: KeptIntent[];
}

/** Component ids are 32-bit and come back with the message: by this one we know our own after a crash. */
export function markerOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE() % 0x7f_ff_ff_00 || 1;
}

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What an attachment may be called in an `attachment://` address. */
function fileName(name: string, index: number): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_').slice(-80) || 'file';
  return index === 0 ? plain : `${index}-${plain}`;
}

export function attachmentsOf(page: Page): Attachment[] {
  const files = page.filter((item): item is FileItem => item.kind === 'file');
  return files.map(({ name, mime, content }, index) => ({ name: fileName(name, index), mime, content }));
}

function linesComponent(lines: readonly string[]): APIComponentInContainer[] {
  const content = lines.join('\n').trim();
  return content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];
}

interface Drawing {
  ids: IdSource;
  placeholder: string;
  attachments: Attachment[];
}

function componentsOf(item: Item, drawing: Drawing): APIComponentInContainer[] {
  switch (item.kind) {
    case 'lines':
      return linesComponent(item.lines);
    case 'separator':
      return [{ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }];
    case 'actions':
      return actionRows(item.actions, drawing.placeholder, drawing.ids);
    case 'file':
      return fileComponent(drawing.attachments.shift());
  }
}

/** Pictures are seen at once; everything else is a file to open. */
function fileComponent(attachment: Attachment | undefined): APIComponentInContainer[] {
  if (!attachment) return [];
  const media = { url: `attachment://${attachment.name}` };
  return PICTURES.has(attachment.mime)
    ? [{ type: ComponentType.MediaGallery, items: [{ media }] }]
    : [{ type: ComponentType.File, file: media }];
}

/** Facts help others too; what is said about somebody's own ticket is not for them. */
function isOfUse({ blocks }: Reply): boolean {
  return blocks.some(({ kind }) => kind !== 'text' && kind !== 'actions');
}

/** "…more" and "show to everyone", where they are wanted. */
export function footer(reply: Reply, options: RenderOptions, next: number | undefined, ids: IdSource): ActionRow[] {
  const words = texts(reply.language).common;
  const more: Action[] =
    next === undefined ? [] : [{ label: words.more, intent: { name: 'show-more', of: options.key, page: next } }];
  const buttons = [
    ...more.map((action) => button(action, ids)),
    ...(reply.blocks.some(({ kind }) => kind === 'settings') ? [copyButton(texts(reply.language).discord.copy)] : []),
    ...(options.publish === true && isOfUse(reply) ? [publishButton(words.showToEveryone)] : []),
  ];
  return buttons.length === 0 ? [] : [row(buttons)];
}

export function accentOf(reply: Reply): number | undefined {
  const verdict = reply.blocks.find((block) => block.kind === 'verdict');
  return verdict && COLOURS[verdict.level];
}

function container(reply: Reply, key: string, components: APIComponentInContainer[]): APIContainerComponent {
  const accent = accentOf(reply);
  return {
    type: ComponentType.Container,
    id: markerOf(key),
    ...(accent !== undefined && { accent_color: accent }),
    // Discord refuses a container with nothing in it.
    components: components.length > 0 ? components : [{ type: ComponentType.TextDisplay, content: '…' }],
  };
}

/** The page that is shown, and which one follows. */
export function pageOf(
  reply: Reply,
  { page = 0, file, only }: RenderOptions,
): { items: Page; next: number | undefined } {
  const named: Item[] = only === undefined ? [] : [{ kind: 'lines', lines: [`<@${only}>`] }];
  const items = [...named, ...reply.blocks.flatMap((block) => itemsOf(block))];
  const pages = pagesOf(file ? [...items, { kind: 'file', ...file }] : items);
  const at = Math.min(page, pages.length - 1);
  return { items: pages[at] ?? [], next: at + 1 < pages.length ? at + 1 : undefined };
}

/** One page of a reply in Components V2. Pure. */
export function render(reply: Reply, options: RenderOptions): Rendered {
  const { items: page, next } = pageOf(reply, options);
  const ids = createIdSource(options.only);
  const files = attachmentsOf(page);
  const drawing: Drawing = { ids, placeholder: texts(reply.language).discord.choose, attachments: [...files] };
  const drawn = page.flatMap((item) => componentsOf(item, drawing));
  const buttons = footer(reply, options, next, ids);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [container(reply, options.key, [...drawn, ...buttons])],
    files,
    kept: ids.kept,
  };
}

/** Words alone, in the form of the others. Pure. */
export function renderText(content: string, key: string): Pick<Rendered, 'flags' | 'components'> {
  const shown: APIComponentInContainer = { type: ComponentType.TextDisplay, content };
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, id: markerOf(key), components: [shown] }],
  };
}
