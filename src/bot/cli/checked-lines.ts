import type { CheckedFile } from '../../../data/check.ts';
import { renderReply } from '../../adapters/terminal/render.ts';
import { screenOf } from '../../adapters/terminal/screen.ts';
import { LANGUAGES, previewOf, type Provider } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { lookUpLines } from './lookup-lines.ts';

/** What a source file will make the assistant say, in every language. */
export function checkedLines(checked: CheckedFile, language: string): string[] {
  switch (checked.kind) {
    case 'provider': {
      const { provider } = checked;
      const match = { provider, via: 'alias', matched: provider.id } as const;
      return [
        ...lookUpLines(provider.id, { kind: 'found', match, protocols: [] }, language),
        ...inEachLanguage((own) => headed(own, [answerOf(provider, own)])),
      ];
    }
    case 'topic':
      return checked.texts.flatMap(({ language: own, answer, steps = [], details }) => [
        ...headed(own, [answer]),
        ...numbered(steps),
        ...(details === undefined ? [] : [details]),
      ]);
    case 'client':
      return checked.client.guides.flatMap(({ platforms, parts }) =>
        Object.entries(parts).flatMap(([part, { steps }]) =>
          inEachLanguage((own) =>
            headed(`${platforms.join(', ')} · ${part} · ${own}`, numbered(steps[own] ?? steps['en'] ?? [])),
          ),
        ),
      );
    case 'errors':
      return checked.errors.flatMap(({ id, meaning, todo }) =>
        inEachLanguage((own) => headed(`${id} · ${own}`, [meaning[own] ?? '', ...numbered(todo[own] ?? [])])),
      );
    case 'utterances':
      return checked.utterances.map(({ language: own, text }) => `${own}: ${text}`);
  }
}

/** As a terminal shows it. */
function answerOf(provider: Provider, language: string): string {
  return renderReply(previewOf(provider, language, systemClock.now()), screenOf(process.stdout)).text;
}

function inEachLanguage(lines: (language: string) => string[]): string[] {
  return LANGUAGES.flatMap(lines);
}

function headed(title: string, lines: readonly string[]): string[] {
  return ['', `[${title}]`, ...lines];
}

function numbered(items: readonly string[]): string[] {
  return items.map((item, index) => `${index + 1}. ${item}`);
}
