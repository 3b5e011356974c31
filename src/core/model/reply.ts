import type { EventId, PersonId, PlaceId } from './event.ts';
import type { Intent } from './intent.ts';
import type { MessageRef, TicketState } from './ticket.ts';

/**
 * Small Markdown: `**bold**`, `` `code` ``, `[label](https://…)`, lines that begin with `- `, newlines, and
 * `[label](time:1764057600000)`, a moment (ms) that each reader sees in their own zone; the label says it in UTC.
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
  /** `content` is text; with `encoding` bytes, written in base64: read it with `fileBytes`. */
  | { kind: 'file'; name: string; mime: string; content: string; encoding?: 'base64' }
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
    /**
     * A thread or forum post in a desk; its receipt names the new place. With `audience`: a private thread for that
     * person, where their direct messages are closed.
     */
    | { kind: 'open-place'; in: PlaceId; title: string; reply: Reply; audience?: PersonId }
    /** An attachment of a ticket. The outbox hands its bytes over as `row.content`; `reply` says whose it is. */
    | { kind: 'file'; to: Target; attachment: string; name: string; mime: string; size: number; reply: Reply }
    /** A sign on a person's own message. Refused where it cannot be: then words say the same. */
    | { kind: 'react'; at: MessageRef; sign: Sign }
    /** How a ticket stands, on the desk's opening post (`of`): a forum's tags, a sign on a message, or nothing. */
    | { kind: 'set-state'; of: string; state: TicketState; tags: TicketTags }
    /** Draws what stays in sight beside the messages: the person's `home` page, or the `prompts` of a private chat. */
    | { kind: 'publish'; surface: 'home' | 'prompts'; to: Exclude<Target, { opened: string }>; reply: Reply }
  );

/** `passed-on` is ✅, `not-passed-on` is ⚠️; a later one takes the place of the earlier. */
export type Sign = 'passed-on' | 'not-passed-on';

/** What a desk may show beside the state. `queue` and `language` are names ready to show. */
export interface TicketTags {
  queue: string;
  language: string;
  claimed: boolean;
}

/** Proof of delivery: where it landed and its platform id. */
export interface Receipt {
  place: PlaceId;
  messageId: string;
}
