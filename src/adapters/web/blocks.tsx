import { fill, type Block, type Level, type Texts } from '../../core/index.ts';
import { actionId } from './intents.ts';
import { Inline, Link, Markdown } from './markdown.tsx';

/** Where the forms and links of a message lead. */
export interface MessageLinks {
  actions: string;
  files: string;
}

interface Shared {
  /** Key of the operation shown. */
  of: string;
  links: MessageLinks;
  texts: Texts;
}

type Props<Kind extends Block['kind']> = Shared & { block: Extract<Block, { kind: Kind }> };

/** Host names and ports are what people copy by hand, with typing errors. */
const COPIED = /^(?:[\w-]+(?:\.[\w-]+)+|\d{2,5})$/;
const SIGNS: Record<Level, string> = { good: '✓', risky: '!', broken: '✕', unknown: '?' };

function Cell({ value, texts }: { value: string; texts: Texts }) {
  if (!COPIED.test(value)) return <>{value}</>;
  return (
    <span class="copied">
      <code>{value}</code>
      <button type="button" class="copy" data-copy={value} data-done={texts.web.copied}>
        <span aria-hidden="true">{texts.web.copy}</span>
        <span class="unseen">{`${texts.web.copy} ${value}`}</span>
      </button>
    </span>
  );
}

function Settings({ block, texts }: Props<'settings'>) {
  return (
    <div class="table" role="region" tabindex={0} aria-label={block.title ?? block.columns.join(', ')}>
      <table>
        {block.title !== undefined && <caption>{block.title}</caption>}
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>
              <th scope="row" data-column={block.columns[0] ?? ''}>
                <Cell value={row[0] ?? ''} texts={texts} />
              </th>
              {row.slice(1).map((value, index) => (
                <td data-column={block.columns[index + 1] ?? ''}>
                  <Cell value={value} texts={texts} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Steps({ block }: Props<'steps'>) {
  return (
    <div class="steps">
      {block.title !== undefined && <h3>{block.title}</h3>}
      <ol>
        {block.items.map((item) => (
          <li>
            <Inline text={item} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Verdict({ block, texts }: Props<'verdict'>) {
  return (
    <section class={`verdict ${block.level}`}>
      <p class="level">
        <span class="sign" aria-hidden="true">
          {SIGNS[block.level]}
        </span>
        {texts.web.levels[block.level]}
      </p>
      <h3>{block.title}</h3>
      {block.text !== undefined && <Markdown text={block.text} />}
    </section>
  );
}

function Sources({ block }: Props<'sources'>) {
  return (
    <footer class="sources">
      <h3>{block.title}</h3>
      <ul>
        {block.items.map(({ label, url }) => (
          <li>{url === undefined ? label : <Link url={url} label={label} />}</li>
        ))}
      </ul>
    </footer>
  );
}

function File({ block, of, links, texts, index }: Props<'file'> & { index: number }) {
  const query = new URLSearchParams({ of, block: String(index) });
  return (
    <p>
      <a class="file" href={`${links.files}?${query.toString()}`} download={block.name}>
        {fill(texts.web.download, { name: block.name })}
      </a>
    </p>
  );
}

function Actions({ block, of, links }: Props<'actions'>) {
  return (
    <form class="actions" method="post" action={links.actions}>
      <input type="hidden" name="on" value={of} />
      {block.actions.map(({ label, intent, style }) => (
        <button type="submit" name="action" value={actionId(intent)} class={style ?? 'plain'}>
          {label}
        </button>
      ))}
    </form>
  );
}

/** One block; `index` is its place in the reply, by which a file is asked for. */
export function BlockView({ block, index, ...shared }: Shared & { block: Block; index: number }) {
  switch (block.kind) {
    case 'text':
      return <Markdown text={block.text} />;
    case 'settings':
      return <Settings block={block} {...shared} />;
    case 'steps':
      return <Steps block={block} {...shared} />;
    case 'verdict':
      return <Verdict block={block} {...shared} />;
    case 'sources':
      return <Sources block={block} {...shared} />;
    case 'file':
      return <File block={block} index={index} {...shared} />;
    default:
      return <Actions block={block} {...shared} />;
  }
}
