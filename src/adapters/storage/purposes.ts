import type { Tables } from './tables.ts';

type Selected<T> = { [Column in keyof T]-?: string };

export interface Purpose<Columns> {
  /** What the table is for. */
  purpose: string;
  /** How long a row is kept, in words that name the period (see Retention). */
  kept: string;
  /** What each column is for. Those that hold what a person wrote, or who they are, begin with "Personal:". */
  columns: Columns;
}

type Purposes = { [Table in keyof Tables]: Purpose<Selected<Tables[Table]>> };

const ORDER = 'Puts what was said and answered in order.';
const PERSON = 'Personal: the platform and the account there.';
const PLACE = 'Personal: the channel, thread or direct message.';

/** Everything that is stored, why, and for how long. A column without a line here does not compile. */
export const PURPOSES: Purposes = {
  inbox: {
    purpose: 'What the platforms sent us, so that nothing is lost and nothing is answered twice.',
    kept: 'texts: messages; the row: conversations',
    columns: {
      sequence: ORDER,
      id: 'The platform’s own id of the event: it is taken once. All that is kept of messages that are not for us.',
      state: 'Waiting, done, dead, or not for us.',
      at: 'When it was said.',
      conversation: 'Personal: the place and the person in it.',
      place: PLACE,
      author: PERSON,
      ticket: 'The ticket that it belongs to.',
      event:
        'Personal: what was said or pressed, with passwords, codes and phone numbers taken out before; erased at once when its writer deletes the message.',
      handle: 'Encrypted: what the platform lends us for an answer; erased when it expires, after 15 or 30 minutes.',
      handle_expires_at: 'When that is.',
      outcome: 'How it ended.',
      reason: 'Why it could not be handled.',
      ended_at: 'When it ended; its time counts from here.',
    },
  },
  outbox: {
    purpose: 'What we send, so that it arrives once and can be changed or deleted later.',
    kept: 'texts: messages; the row: conversations, or as long as its ticket',
    columns: {
      sequence: ORDER,
      key: 'Names the operation.',
      state: 'Waiting, being sent, sent, dead, or replaced.',
      adapter: 'The platform.',
      kind: 'Post, edit, delete and so on.',
      lane: PLACE,
      awaits: 'What must have been sent before.',
      operation: 'Personal: what we say, which may repeat what the person said.',
      cause: 'The event that asked for it.',
      answers: 'The event that it answers.',
      ticket: 'The ticket that it belongs to.',
      report: 'Whether somebody waits to hear that it arrived.',
      attempts: 'How often it was tried.',
      ready_at: 'When it may be tried.',
      queued_at: 'Since when it waits.',
      place: PLACE,
      reason: 'Why it was not delivered.',
      receipt_place: PLACE,
      receipt_message: 'The platform’s id of our message.',
      ended_at: 'When it ended; its time counts from here.',
      owner: 'The process that is sending it.',
    },
  },
  conversations: {
    purpose: 'What was talked about, so that “and POP3?” is understood.',
    kept: 'conversations',
    columns: {
      id: 'Personal: the place and the person in it.',
      version: 'Tells changes apart.',
      place: PLACE,
      secret_expected_until: 'Until when a lone word is taken for a password, and hidden.',
      state: 'Personal: language, provider, address and error that were named, and the last lines.',
      person: PERSON,
      touched_at: 'When it was last spoken in; its time counts from here.',
    },
  },
  persons: {
    purpose: 'What a person chose.',
    kept: 'conversations; whoever is blocked: until that is lifted',
    columns: {
      id: PERSON,
      version: 'Tells changes apart.',
      name: 'Personal: the name that the platform shows.',
      language: 'The language that was chosen.',
      blocked: 'Whether the desk has shut this person out.',
      touched_at: 'When it was last changed.',
    },
  },
  tickets: {
    purpose: 'Requests for a human.',
    kept: 'tickets',
    columns: {
      id: 'Names the ticket.',
      number: 'The number that people say.',
      version: 'Tells changes apart.',
      queue: 'Which desk it is for.',
      state: 'Open, claimed, waiting, snoozed, resolved, closed.',
      open: 'Whether somebody is to act.',
      asker: PERSON,
      asker_name: 'Personal: the name that the platform shows.',
      conversation: 'Personal: where it was opened.',
      place: PLACE,
      private: 'Whether only the person reads there.',
      language: 'The language of the answers.',
      desk: 'The desk’s thread.',
      desk_operation: 'The desk’s opening post.',
      agent_id: 'Personal: the agent who has it.',
      agent_name: 'Personal: the agent’s name.',
      assistant_resumed: 'Whether the assistant answers too.',
      opened_at: 'When it was opened.',
      closed_at: 'When it was closed; its time counts from here.',
      subject: 'Personal: what was asked, in one line.',
      last_line: 'Personal: the last line that was said.',
      details: 'Targets, snooze and the like.',
    },
  },
  ticket_events: {
    purpose:
      'What was said and done in a ticket, never changed: who did what. Erasing takes the text out and leaves the rest.',
    kept: 'tickets',
    columns: {
      sequence: ORDER,
      id: 'Names the event.',
      ticket: 'Its ticket.',
      at: 'When.',
      kind: 'What was done.',
      by_id: 'Personal: who did it.',
      by_name: 'Personal: under which name.',
      text: 'Personal: what was said, with passwords, codes and phone numbers taken out before.',
      draft: 'The draft that was sent or kept as a note.',
      details: 'What else belongs to it.',
    },
  },
  message_links: {
    purpose: 'Which of our operations a message on a platform is.',
    kept: 'conversations, or as long as its ticket',
    columns: {
      place: PLACE,
      message: 'The platform’s id of our message.',
      operation: 'The operation.',
      ticket: 'The ticket that it belongs to.',
      at: 'When it was sent.',
    },
  },
  relays: {
    purpose: 'As what a message was passed on, so that its edits and deletion are passed on too.',
    kept: 'tickets',
    columns: {
      place: PLACE,
      message: 'The platform’s id of the message.',
      operation: 'As which operation it was passed on.',
      ticket: 'Its ticket.',
      event: 'The ticket event.',
      to: 'To which side.',
    },
  },
  attachments: {
    purpose: 'Files that came with a ticket’s messages.',
    kept: 'content: attachments; the rest: tickets',
    columns: {
      id: 'Names the file.',
      ticket: 'Its ticket.',
      event: 'The ticket event that it came with.',
      sender: 'Which side sent it.',
      name: 'Personal: its name.',
      mime: 'Its type.',
      size: 'Its size.',
      state: 'Waiting, kept or refused.',
      refusal: 'Why it was refused.',
      hash: 'Shows that it was not changed.',
      content: 'Personal: the file itself.',
      at: 'When it came.',
    },
  },
  jobs: {
    purpose: 'Checks of mail servers that were asked for.',
    kept: 'messages',
    columns: {
      sequence: ORDER,
      id: 'Names the job.',
      state: 'Waiting, running or done.',
      person: PERSON,
      request: 'Personal: which server or domain is to be looked at, and where to answer.',
      owner: 'The process that runs it.',
      leased_until: 'Until when no other process may.',
      ended_at: 'When it was done; its time counts from here.',
    },
  },
  visits: {
    purpose: 'How often servers were looked at, so that nobody uses us to scan.',
    kept: 'ten minutes',
    columns: { at: 'When.', person: PERSON, place: PLACE, target: 'The domain.' },
  },
  timers: {
    purpose: 'What is to be done later: reminders, a snooze that ends.',
    kept: 'until they are due',
    columns: {
      id: 'Names the timer.',
      due_at: 'When it is due.',
      conversation: 'Personal: where it belongs.',
      place: PLACE,
      person: PERSON,
      ticket: 'Its ticket.',
      kind: 'What is to be done.',
    },
  },
  gaps: {
    purpose: 'Questions that nobody answered well, from which better answers are written. They do not name the person.',
    kept: 'gaps',
    columns: {
      id: 'Names the event.',
      at: 'When.',
      kind: 'What was missing.',
      language: 'In which language.',
      text: 'Personal: the question, with passwords, codes and phone numbers taken out before.',
      intent: 'As what it was understood.',
      fact: 'The fact that was said to be wrong.',
    },
  },
  feedback: {
    purpose: 'Whether answers helped.',
    kept: 'gaps',
    columns: {
      id: 'Names the event.',
      at: 'When.',
      helped: 'Yes or no.',
      intent: 'What was asked.',
      conversation: 'Personal: the place and the person in it.',
    },
  },
  memberships: {
    purpose: 'Who may act at a desk, as the platform said.',
    kept: 'one day',
    columns: {
      desk: 'The desk.',
      person: 'Personal: the agent.',
      member: 'Yes or no.',
      checked_at: 'When the platform was asked.',
    },
  },
  presence: {
    purpose: 'Which agents are there.',
    kept: 'until it changes',
    columns: { person: 'Personal: the agent.', name: 'Personal: the agent’s name.', away: 'Away or not.' },
  },
  place_checks: {
    purpose: 'Until when the history of a place was read again for what we missed.',
    kept: 'two days',
    columns: { place: PLACE, checked_at: 'When.' },
  },
  adapter_state: {
    purpose: 'What a platform needs over a restart, such as the session of a connection.',
    kept: 'until it is replaced',
    columns: { name: 'Names it.', value: 'No person’s text.' },
  },
  kept_buttons: {
    purpose: 'What a button does that says more than the platform lets it carry, so that it works after a restart.',
    kept: 'conversations',
    columns: {
      key: 'Stands in the button.',
      intent: 'Personal: what it does; it may name a server or an address, or hold words of an agent, redacted.',
      ticket: 'The ticket that it is about.',
      kept_at: 'When it was last shown.',
    },
  },
  counters: {
    purpose: 'Counts.',
    kept: 'always',
    columns: { name: 'Names the counter.', value: 'Its value.' },
  },
  leases: {
    purpose: 'Which process works on what.',
    kept: 'seconds',
    columns: {
      name: 'Personal: the conversation, or the ticket.',
      owner: 'The process.',
      token: 'Shows that it was not taken over.',
      expires_at: 'Until when.',
    },
  },
};
