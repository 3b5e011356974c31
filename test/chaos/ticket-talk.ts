import type { Random } from './random.ts';
import type { Talk } from './talk.ts';
import type { Ticket } from './ticket.ts';

/** Slack takes about one message a second in a channel, and all tickets of a desk are in one. */
const PAUSE = { from: 500, to: 5000 };

/** Asker and agent of a ticket, who write at the same time. */
export function ticketTalks(ticket: Ticket, random: Random): Talk[] {
  return [askerTalk(ticket, random.fork()), agentTalk(ticket, random.fork())];
}

function askerTalk(ticket: Ticket, random: Random): Talk {
  return {
    lines: ticket.askerLines,
    pause: PAUSE,
    async step(ended) {
      await ticket.open();
      if (await ticket.opened(ended)) await askerAct(ticket, random);
      return true;
    },
    insist: () => ticket.insist(),
  };
}

function askerAct({ askerWrites: writer }: Ticket, random: Random): Promise<unknown> {
  const dice = random.next();
  if (dice < 0.1) return writer.edit(random);
  if (dice < 0.16) return writer.erase(random);
  if (dice < 0.26) return writer.writeWithFile('look at this');
  return writer.write('more about it:', { lost: dice > 0.97 });
}

function agentTalk(ticket: Ticket, random: Random): Talk {
  return {
    lines: ticket.agentLines,
    pause: PAUSE,
    async step(ended) {
      if (await ticket.opened(ended)) await agentAct(ticket, random, ended);
      return true;
    },
  };
}

function agentAct(ticket: Ticket, random: Random, ended: AbortSignal): Promise<unknown> {
  const { agentWrites: writer } = ticket;
  const dice = random.next();
  if (dice < 0.1) return writer.edit(random);
  if (dice < 0.16) return writer.erase(random);
  if (dice < 0.26) return writer.writeWithFile('>> look at this');
  if (dice < 0.36) return writer.write('// between us:', { inside: true });
  if (dice < 0.5) return ticket.sendByCommand(ended);
  return writer.write('>> please try:', { lost: dice > 0.97 });
}
