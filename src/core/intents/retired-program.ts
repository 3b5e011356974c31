import { fill } from '../locales/index.ts';
import type { Action, Block } from '../model.ts';
import type { ClientGuide } from '../ports.ts';
import { type Answer, actions, ask, type Question, text } from './answer.ts';
import { guideOf } from './program-steps.ts';
import { sourcesBlock } from './sources-block.ts';

/** Since when, and what in its place; the back-up first, because whoever changes over can lose what POP3 fetched. */
export function retiredNotice({ name, retired }: ClientGuide, question: Question): Block[] {
  if (!retired) return [];
  const { texts, knowledge, language } = question;
  const names = retired.instead.map((id) => knowledge.client(id, language)?.name ?? id);
  const notice = fill(texts.programs.retired, {
    program: name,
    date: retired.since,
    note: retired.note,
    instead: names.join(texts.programs.or),
  });
  return [text(`${texts.answers.safety.backup}\n${notice}`)];
}

/** The steps of what takes its place. */
export function successors({ retired }: ClientGuide, { slots, knowledge, language }: Question): Action[] {
  return (retired?.instead ?? []).flatMap((client) => {
    const guide = knowledge.client(client, language);
    return guide ? [ask(guide.name, 'client-setup', { ...slots, client })] : [];
  });
}

/** Whether a program can still be used: that it is retired, else what it must be able to do. */
export function stillUsed(guide: ClientGuide, question: Question): Answer {
  const { texts, slots } = question;
  const { retired, name } = guide;
  if (!retired)
    return {
      zone: 'answer',
      servers: [],
      blocks: [
        text(`${texts.answers.safety.backup}\n${fill(texts.programs.stillUsed, { program: name })}`),
        ...actions(ask(name, 'client-setup', slots)),
      ],
    };
  return {
    zone: 'answer',
    servers: [],
    blocks: [
      ...retiredNotice(guide, question),
      ...sourcesBlock(retired.sources, question),
      ...actions(...successors(guide, question)),
    ],
  };
}

/** Whoever has trouble with a program that is no longer kept up is told so first: often that is the cause. */
export function afterRetirement(answer: Answer, question: Question): Answer {
  const guide = question.fresh.client === undefined ? undefined : guideOf(question);
  if (!guide?.retired) return answer;
  const { blocks } = answer;
  return {
    ...answer,
    blocks: [...retiredNotice(guide, question), ...blocks, ...actions(...successors(guide, question))],
  };
}
