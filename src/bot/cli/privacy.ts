import type { StateStore } from '../../adapters/storage/index.ts';
import type { PersonId } from '../../core/index.ts';
import { fill } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { privacyPage } from '../privacy-page.ts';
import { type Operator, withState } from './with-state.ts';
import { wrongUse } from './usage.ts';
import { EXIT_UNAVAILABLE } from '../exit-codes.ts';

/** `postilion privacy export|erase PERSON` (`slack:T1/U2`, `discord:U2`…), and `page`, which writes docs/privacy.md. */
export async function runPrivacy([act, person]: readonly string[]): Promise<number> {
  if (act === 'page' && person === undefined) {
    process.stdout.write(privacyPage());
    return 0;
  }
  if (person === undefined || !/^[a-z]+:.+$/.test(person)) return wrongUse('privacy');
  if (act === 'export') return exportOf(person as PersonId);
  return act === 'erase' ? erase(person as PersonId) : wrongUse('privacy');
}

function exportOf(person: PersonId): Promise<number> {
  return about(person, (_, __, kept) => {
    console.log(JSON.stringify({ person, ...kept }, null, 2));
    return Promise.resolve(0);
  });
}

type Kept = Awaited<ReturnType<StateStore['exportPerson']>>;

/** A mistyped name must not look like somebody who is erased. */
function about(
  person: PersonId,
  work: (store: StateStore, operator: Operator, kept: Kept) => Promise<number>,
): Promise<number> {
  return withState(async (store, operator) => {
    const kept = await store.exportPerson(person);
    if (Object.values(kept).some((rows) => rows.length > 0)) return work(store, operator, kept);
    console.error(fill(operator.words.nothingKept, { person }));
    return EXIT_UNAVAILABLE;
  });
}

function erase(person: PersonId): Promise<number> {
  return about(person, async (store, { words }) => {
    const { posts, quiet, openTickets } = await store.erasePerson(person, systemClock.now());
    console.log(fill(words.erased, { person, posts }));
    if (quiet.length > 0) console.log(fill(words.notDeleted, { quiet: quiet.length }));
    for (const { place, at } of quiet) console.log(`- ${new Date(at).toISOString()}  ${place}`);
    for (const number of openTickets) console.log(fill(words.stillOpen, { number }));
    return 0;
  });
}
