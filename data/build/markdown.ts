/** Parts of a topic's text, by the headings `## answer`, `## question`, `## details` and `## steps`. */
export interface TopicText {
  answer: string;
  question?: string;
  details?: string;
  steps?: string[];
}

const HEADINGS = ['answer', 'question', 'details', 'steps'] as const;

/** Reads a topic's Markdown; a fault is a reason with its line. */
export function parseTopicText(markdown: string): TopicText | { line: number; reason: string } {
  const sections = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const heading = /^## +(\S+) *$/.exec(line)?.[1];
    if (heading === undefined) {
      current?.push(line);
      continue;
    }
    if (!HEADINGS.some((known) => known === heading)) {
      return { line: index + 1, reason: `unknown heading "${heading}"; use ${HEADINGS.join(', ')}` };
    }
    current = [];
    sections.set(heading, current);
  }
  return assemble(sections);
}

function assemble(sections: ReadonlyMap<string, string[]>): TopicText | { line: number; reason: string } {
  const text = (heading: string) => sections.get(heading)?.join('\n').trim();
  const answer = text('answer');
  if (answer === undefined || answer === '') return { line: 1, reason: 'no text under "## answer"' };
  const question = text('question');
  const details = text('details');
  const steps = listItems(text('steps') ?? '');
  return {
    answer,
    ...(question ? { question } : {}),
    ...(details ? { details } : {}),
    ...(steps.length > 0 ? { steps } : {}),
  };
}

/** Items of an ordered list; lines that are indented or follow on belong to the item above. */
function listItems(text: string): string[] {
  const items: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^\d+[.)] +(.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else if (items.length > 0 && line.trim() !== '') items.push(`${items.pop() ?? ''}\n${line.trim()}`);
  }
  return items;
}
