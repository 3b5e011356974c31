import { fill, texts as textsOf, type Block, type Reply, type Texts } from '../../core/index.ts';
import { BlockView, type MessageLinks } from './blocks.tsx';
import { LIMITS } from './limits.ts';
import { partReply } from './long-reply.ts';
import type { Shown, ShownReply } from './timeline.ts';

/** What one page's messages have in common. */
export interface View {
  language: string;
  /** What a screen reader calls the one who writes here. */
  writer: string;
  links: MessageLinks;
}

export const VISITOR_LINKS: MessageLinks = { actions: '/actions', files: '/files' };

interface BlocksProps {
  blocks: readonly Block[];
  /** All of the reply: a file's index counts in it. */
  reply: Reply;
  of: string;
  links: MessageLinks;
  texts: Texts;
}

function Blocks({ blocks, reply, ...shared }: BlocksProps) {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} index={reply.blocks.indexOf(block)} {...shared} />
      ))}
    </>
  );
}

/** A reply as it stands on the page; a very long one opens at "…more". */
export function ReplyView({ reply, of, links }: { reply: Reply; of: string; links: MessageLinks }) {
  const texts = textsOf(reply.language);
  const { head, rest, foot } = partReply(reply.blocks, LIMITS.answer);
  const shared = { reply, of, links, texts };
  return (
    <>
      <Blocks blocks={head} {...shared} />
      {rest.length > 0 && (
        <details class="more">
          <summary>{texts.common.more}</summary>
          <Blocks blocks={rest} {...shared} />
        </details>
      )}
      <Blocks blocks={foot} {...shared} />
    </>
  );
}

/** DOM id of a message: edits find theirs by it. */
export function entryId(shown: Pick<ShownReply, 'key'> | { sequence: number }): string {
  return 'key' in shown ? `reply-${shown.key.replaceAll(/\s/g, '_')}` : `said-${shown.sequence}`;
}

function Said({ text }: { text: string }) {
  return <p class="words">{text}</p>;
}

/** One message of either side. */
export function EntryView({ shown, view }: { shown: Shown; view: View }) {
  const texts = textsOf(view.language).web;
  const name = shown.from === 'asker' ? view.writer : texts.brand;
  return (
    <li
      id={entryId(shown)}
      class={`entry ${shown.from}`}
      {...(shown.from === 'assistant' && { lang: shown.reply.language })}
    >
      <h2 class="unseen">{fill(texts.personSays, { name })}</h2>
      <div class="body">
        {shown.from === 'asker' ? (
          <Said text={shown.text} />
        ) : (
          <ReplyView reply={shown.reply} of={shown.key} links={view.links} />
        )}
      </div>
    </li>
  );
}

export function visitorView(language: string): View {
  return { language, writer: textsOf(language).web.you, links: VISITOR_LINKS };
}
