import type { Line } from './line.ts';
import type { Message } from './oracle.ts';
import type { Random } from './random.ts';
import type { Said, Told, Words } from './side.ts';

/** Ways to write somewhere, and to change what was written. */
export interface Pen {
  write(words: Words): Promise<Said>;
  edit(message: Said, text: string): Promise<Told>;
  erase(message: Said): Promise<Told>;
}

interface Written {
  message: Message;
  said: Said;
  /** What stands before the mark. */
  lead: string;
  edits: number;
}

const FORMS = ['firstform', 'secondform', 'thirdform', 'fourthform'];

/** Writes messages that others must see elsewhere, changes them and takes them back; remembers what must be seen. */
export class Writer {
  readonly #pen: Pen;
  readonly #words: Line;
  readonly #files: Line;
  readonly #nextMark: () => string;
  readonly #written: Written[] = [];

  constructor(pen: Pen, lines: { words: Line; files: Line }, nextMark: () => string) {
    this.#pen = pen;
    this.#words = lines.words;
    this.#files = lines.files;
    this.#nextMark = nextMark;
  }

  /** `more` says what is special about the message. */
  async write(
    lead: string,
    more: Partial<Message> & { lost?: boolean } = {},
  ): Promise<{ said: Said; message: Message }> {
    const { lost = false, ...special } = more;
    const [form = ''] = FORMS;
    const message = this.#words.add({ mark: this.#nextMark(), form, ...(lost && { unordered: true }), ...special });
    const said = await this.#pen.write({ text: `${lead} ${message.mark} ${form}`, lost });
    if (!lost && !message.inside && !message.told) this.#written.push({ message, said, lead, edits: 0 });
    return { said, message };
  }

  /** Words with a file. */
  async writeWithFile(lead: string): Promise<void> {
    const message = this.#words.add({ mark: this.#nextMark() });
    const file = this.#files.add({ mark: this.#nextMark(), unordered: true });
    const { mark } = file;
    await this.#pen.write({
      text: `${lead} ${message.mark}`,
      file: { name: `${mark}.txt`, words: `the words of ${mark}` },
    });
  }

  /** Changes one of the latest messages, if there is one that may be changed. */
  async edit(random: Random): Promise<void> {
    const written = this.#changeable(random);
    const form = FORMS[(written?.edits ?? 0) + 1];
    if (!written || form === undefined) return;
    written.edits += 1;
    written.message.form = form;
    written.message.told = () => false;
    written.message.told = await this.#pen.edit(written.said, `${written.lead} ${written.message.mark} ${form}`);
  }

  async erase(random: Random): Promise<void> {
    const written = this.#changeable(random);
    if (!written) return;
    this.#written.splice(this.#written.indexOf(written), 1);
    written.message.erased = true;
    written.message.told = () => false;
    written.message.told = await this.#pen.erase(written.said);
  }

  #changeable(random: Random): Written | undefined {
    return this.#written.length === 0 ? undefined : random.pick(this.#written.slice(-LATEST));
  }
}

const LATEST = 5;
