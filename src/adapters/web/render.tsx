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
  /** What of a message is shown, where it is not all. */
  part?: (blocks: readonly Block[]) => Block[];
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

interface ReplyProps extends Pick<View, 'links' | 'part'> {
  reply: Reply;
  of: string;
}

/** A reply as it stands on the page; a very long one opens at "…more". */
export function ReplyView({ reply, of, links, part }: ReplyProps) {
  const texts = textsOf(reply.language);
  const { head, rest, foot } = partReply(part ? part(reply.blocks) : reply.blocks, LIMITS.answer);
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
export function entryId(shown: Shown | Pick<ShownReply, 'key'>): string {
  if ('key' in shown) return `reply-${shown.key.replaceAll(/\s/g, '_')}`;
  return shown.from === 'asker' ? `said-${shown.sequence}` : `sent-${shown.id}`;
}

/** Always a download: nothing that somebody sent is shown as a page of ours. */
function AttachmentLink({ of, name, view: { links, language } }: { of: string; name: string; view: View }) {
  return (
    <a class="file" href={`${links.files}?${new URLSearchParams({ of }).toString()}`} download={name}>
      {fill(textsOf(language).web.download, { name })}
    </a>
  );
}

function Body({ shown, view }: { shown: Shown; view: View }) {
  if (shown.from === 'assistant') {
    const { reply, key, attachment } = shown;
    return (
      <>
        <ReplyView reply={reply} of={key} {...view} />
        {attachment && <AttachmentLink of={key} name={attachment.name} view={view} />}
      </>
    );
  }
  const sentBy = textsOf(view.language).web.desk.sentBy;
  return (
    <>
      {shown.from === 'agent' && <p class="by">{fill(sentBy, { name: shown.name })}</p>}
      <p class="words">{shown.text}</p>
      {shown.from === 'asker' && shown.sign && <p class="sign">{textsOf(view.language).web.signs[shown.sign]}</p>}
    </>
  );
}

/** One message of either side. */
export function EntryView({ shown, view }: { shown: Shown; view: View }) {
  const texts = textsOf(view.language).web;
  const name = shown.from === 'assistant' ? texts.brand : view.writer;
  return (
    <li
      id={entryId(shown)}
      class={`entry ${shown.from}`}
      {...(shown.from === 'assistant' && { lang: shown.reply.language })}
      {...(shown.from === 'asker' && shown.messageId !== undefined && { 'data-message': shown.messageId })}
    >
      <h2 class="unseen">{fill(texts.personSays, { name })}</h2>
      <div class="body">
        <Body shown={shown} view={view} />
      </div>
    </li>
  );
}

export function visitorView(language: string): View {
  return { language, writer: textsOf(language).web.you, links: VISITOR_LINKS };
}
