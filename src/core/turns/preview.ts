import { providerAnswer } from '../intents/provider-answer.ts';
import { texts } from '../locales/index.ts';
import type { Provider, Reply } from '../model.ts';

/** What a person is shown who asks for a provider's settings. `now` in milliseconds since the epoch. */
export function previewOf(provider: Provider, language: string, now: number): Reply {
  const { blocks } = providerAnswer(provider, { texts: texts(language), language, slots: {}, text: '', now });
  return { language, blocks, quiet: false };
}
