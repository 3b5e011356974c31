import type { EventId, PersonId, PlaceId } from './event.ts';
import type { Intent } from './intent.ts';

/**
 * Small Markdown: `**bold**`, `` `code` ``, `[label](https://…)`, lines that begin with `- `, newlines.
 * Adapters escape everything else for their platform.
 */
export type SmallMarkdown = string;

export interface Action {
  label: string;
  intent: Intent;
  style?: 'primary' | 'danger';
}

export type Level = 'good' | 'risky' | 'broken' | 'unknown';

export type Block =
  | { kind: 'text'; text: SmallMarkdown }
  /** Cells are plain text; the values people copy (host, port) are cells of their own. */
  | { kind: 'settings'; title?: string; columns: string[]; rows: string[][] }
  | { kind: 'steps'; title?: string; items: SmallMarkdown[] }
  | { kind: 'verdict'; level: Level; title: string; text?: SmallMarkdown }
  /** Where the facts come from; `label` is ready to show ("Google Help, seen 2026-09"). */
  | { kind: 'sources'; title: string; items: { label: string; url?: string }[] }
  | { kind: 'file'; name: string; mime: string; content: string }
  | { kind: 'actions'; actions: Action[] };

export interface Reply {
  /** BCP 47, one of the locales: adapters take their few own words ("…more") from it. */
  language: string;
  blocks: Block[];
  /** Only the asker sees it, where the platform can. */
  quiet: boolean;
}

/** Where an operation goes: a place, a person's DM, or the place that an earlier `open-place` made. */
export type Target = { place: PlaceId } | { direct: PersonId } | { opened: string };

interface OperationBase {
  /** Derived from (event, part): the same for a repeated respond, unique in the outbox. */
  key: string;
  /** Ask for a `delivery` event when it is sent or refused. */
  report?: boolean;
  /** Ticket this belongs to; its messages are linked to it. */
  ticket?: string;
}

export type Operation = OperationBase &
  (
    | {
        kind: 'post';
        to: Target;
        reply: Reply;
        /** Event that this answers: lends its handle and thread. */
        answers?: EventId;
        /** Who alone may see it when `reply.quiet`. */
        audience?: PersonId;
        /** Shown from this page on (a long reply cut behind "…more"). */
        page?: number;
      }
    /**
     * `of` is the key of the operation that posted what changes; it waits for that one's receipt.
     * `passing`: only says how far something is; left out where a message cannot be changed in place.
     */
    | { kind: 'edit'; of: string; reply: Reply; passing?: true }
    | { kind: 'delete'; of: string }
    /** A thread or forum post in a desk; its receipt names the new place. */
    | { kind: 'open-place'; in: PlaceId; title: string; reply: Reply }
    /** Draws what stays in sight beside the messages: the person's `home` page, or the `prompts` of a private chat. */
    | { kind: 'publish'; surface: 'home' | 'prompts'; to: Exclude<Target, { opened: string }>; reply: Reply }
  );

/** Proof of delivery: where it landed and its platform id. */
export interface Receipt {
  place: PlaceId;
  messageId: string;
}
