import type { Child } from 'hono/jsx';

/** Bold, code, https links and moments; everything else is text, and escaped by the renderer. */
const INLINE = /\*\*([^\n]+?)\*\*|`([^`\n]+)`|\[([^\]\n]+)\]\((?:(https:\/\/[^\s)]+)|time:(\d{1,15}))\)/g;

interface Paragraph {
  kind: 'text' | 'list';
  lines: string[];
}

function styled(match: RegExpMatchArray): Child {
  const [whole, bold, code, label, url, at] = match;
  if (bold !== undefined) return <strong>{bold}</strong>;
  if (code !== undefined) return <code>{code}</code>;
  if (at !== undefined) return <Moment at={Number(at)} label={label} />;
  return label === undefined || url === undefined ? whole : <Link url={url} label={label} />;
}

/** A point in time (ms): the page's script shows it in the reader's zone. */
export function Moment({ at, label }: { at: number; label?: string | undefined }) {
  const datetime = new Date(at).toISOString();
  return (
    <time datetime={datetime} data-moment="">
      {label ?? `${datetime.slice(0, 16).replace('T', ' ')} UTC`}
    </time>
  );
}

/** Only https, and without a way back for the page that opens. */
export function Link({ url, label }: { url: string; label: string }) {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return <>{label}</>;
  return (
    <a href={url} title={url} target="_blank" rel="noopener noreferrer nofollow">
      {label}
    </a>
  );
}

/** One line of small Markdown. */
export function Inline({ text }: { text: string }) {
  const parts: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index), styled(match));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}

/** Blank lines and lists part paragraphs. */
function paragraphs(markdown: string): Paragraph[] {
  const found: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const line of markdown.split('\n')) {
    const kind = line.startsWith('- ') ? 'list' : 'text';
    if (line.trim() === '') open = undefined;
    else if (open?.kind === kind) open.lines.push(line);
    else found.push((open = { kind, lines: [line] }));
  }
  return found;
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <p>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <Inline text={line} />
        </>
      ))}
    </p>
  );
}

/** Small Markdown as paragraphs and lists. */
export function Markdown({ text }: { text: string }) {
  return (
    <>
      {paragraphs(text).map(({ kind, lines }) =>
        kind === 'text' ? (
          <Lines lines={lines} />
        ) : (
          <ul>
            {lines.map((line) => (
              <li>
                <Inline text={line.slice(2)} />
              </li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}
