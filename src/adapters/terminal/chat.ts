import { createInterface, type Interface } from 'node:readline';
import {
  fill,
  texts as textsOf,
  type Action,
  type ChatAdapter,
  type DeliveryResult,
  type OutboxRow,
  type Receive,
  type Reply,
} from '../../core/index.ts';
import type { TerminalAdapterOptions } from './options.ts';
import { ME, readLine, TYPED_COMMANDS, type Read } from './read.ts';
import { renderReply } from './render.ts';
import { screenOf } from './screen.ts';

/** A chat in the terminal: one person, one conversation. */
export class TerminalChat implements ChatAdapter {
  readonly name = 'terminal';
  readonly #options: TerminalAdapterOptions;
  #lines: Interface | undefined;
  /** What the numbers mean that were printed last. */
  #choices: Action[] = [];
  /** Lines are taken one after the other, also when many are pasted at once. */
  #inHand: Promise<void> = Promise.resolve();
  #stopping = false;

  constructor(options: TerminalAdapterOptions) {
    this.#options = options;
  }

  async start(receive: Receive): Promise<void> {
    const { input, output } = this.#options;
    const lines = createInterface({ input, output, prompt: this.#texts.prompt, terminal: this.#isTerminal });
    this.#lines = lines;
    lines.on('line', (line) => {
      this.#inHand = this.#inHand.then(() => this.#take(line, receive));
    });
    lines.on('close', () => void this.#end());
    this.#print(this.#texts.greeting);
  }

  /** A terminal can't change what it printed: edits are printed below, and how far something is not at all. */
  async deliver({ operation }: OutboxRow): Promise<DeliveryResult> {
    switch (operation.kind) {
      case 'open-place':
        return { ok: false, kind: 'refused', code: 'place-gone', reason: 'a terminal has one place' };
      case 'react':
      case 'set-state':
        return { ok: false, kind: 'refused', code: 'rejected', reason: 'a terminal has no signs' };
      case 'delete':
        this.#print(this.#texts.removed);
        break;
      case 'edit':
        if (!operation.passing) this.#show(operation.reply, `${this.#texts.updated}\n`);
        break;
      default:
        this.#show(operation.reply, '');
    }
    return { ok: true, receipt: { place: ME, messageId: operation.key } };
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#lines?.close();
    await this.#inHand;
  }

  health(): { connected: boolean; detail: string } {
    return { connected: this.#lines !== undefined, detail: this.#lines ? 'open' : 'closed' };
  }

  get #texts() {
    return textsOf(this.#options.language).terminal;
  }

  get #isTerminal(): boolean {
    return this.#options.output.isTTY === true;
  }

  async #take(line: string, receive: Receive): Promise<void> {
    const { language } = this.#options;
    const choices = this.#choices;
    const read = readLine({ line, choices, name: this.#texts.person, language, at: Date.now() });
    if (read.kind === 'event') await this.#hand(read.event, receive);
    else this.#answer(read);
  }

  async #hand(event: Extract<Read, { kind: 'event' }>['event'], receive: Receive): Promise<void> {
    try {
      await receive(event);
    } catch {
      this.#options.log.error('terminal-event-not-kept', { type: event.type });
      this.#print(this.#texts.notKept);
    }
  }

  /** What needs no assistant. */
  #answer(read: Exclude<Read, { kind: 'event' }>): void {
    switch (read.kind) {
      case 'quit':
        return this.#lines?.close();
      case 'nothing':
        return this.#lines?.prompt();
      case 'too-long':
        return this.#print(this.#texts.tooLong);
      default: {
        const commands = TYPED_COMMANDS.join(' ');
        return this.#print(fill(this.#texts.unknownCommand, { command: read.command, commands }));
      }
    }
  }

  #show(reply: Reply, head: string): void {
    const { text, choices } = renderReply(reply, screenOf(this.#options.output));
    if (choices.length > 0) this.#choices = choices;
    const foot = choices.length > 0 ? `\n\n${textsOf(reply.language).terminal.choose}` : '';
    this.#print(`${head}${text}${foot}`);
  }

  /** Above the prompt, which comes back with what was typed so far. */
  #print(text: string): void {
    const clearLine = this.#isTerminal ? '\r\u001B[K' : '';
    this.#options.output.write(`${clearLine}${text}\n\n`);
    if (this.#isTerminal) this.#lines?.prompt(true);
  }

  /** The input ended, or the person quit: what was typed before is still handed on. */
  async #end(): Promise<void> {
    this.#lines = undefined;
    await this.#inHand;
    if (this.#isTerminal) this.#options.output.write(`${this.#texts.goodbye}\n`);
    if (!this.#stopping) this.#options.onEnd?.();
  }
}
