const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const LONG = 3;

/** Words that nobody uses and that hide no secret, each given once: what is written with one is found by it. */
export function createMarks(): () => string {
  let count = 0;
  return () => wordOf(count++);
}

function wordOf(number: number): string {
  let rest = number;
  let word = '';
  for (let index = 0; index < LONG; index++) {
    word = syllable(rest % SYLLABLES) + word;
    rest = Math.floor(rest / SYLLABLES);
  }
  return word;
}

function syllable(number: number): string {
  return `${CONSONANTS[Math.floor(number / VOWELS.length)] ?? ''}${VOWELS[number % VOWELS.length] ?? ''}`;
}

/** Whether a text has this mark in it, and not only one that begins or ends alike. */
export function says(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const around = `${text[at - 1] ?? ''}${text[at + mark.length] ?? ''}`;
    if (!/[\w-]/.test(around)) return true;
  }
  return false;
}
