import { ORDER, PERSON, PLACE, type Purposes } from './purpose.ts';

export const work: Purposes<
  | 'jobs'
  | 'visits'
  | 'timers'
  | 'gaps'
  | 'feedback'
  | 'memberships'
  | 'presence'
  | 'place_checks'
  | 'adapter_state'
  | 'kept_buttons'
  | 'counters'
  | 'leases'
> = {
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
    kept: 'two weeks',
    columns: { place: PLACE, checked_at: 'When.', seen_until: 'The time of the last message that was read.' },
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
