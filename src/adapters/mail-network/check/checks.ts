import { printable } from '../sockets/printable.ts';
import type { MailNetwork, ServerCheck, Watcher } from '../../../core/index.ts';
import { createCache } from '../cache.ts';
import { deadline, pause } from '../deadline.ts';
import { portsToCheck } from '../dialogues/ports.ts';
import type { Guard, Vetting } from '../guard/guard.ts';
import { registrable } from '../guard/host-names.ts';
import type { Slots } from '../slots.ts';
import { checkServer, NOT_CHECKED } from './check-server.ts';
import type { CheckTools } from './talk.ts';

export interface CheckParts {
  guard: Guard;
  tools: CheckTools;
  slots: Slots;
}

type Refusal = Exclude<ServerCheck['status'], 'checked'>;

/** Checks with everything around them: the guard, the uniform refusal, the cache and the limits. */
export function createChecks({ guard, tools, slots }: CheckParts): MailNetwork['check'] {
  const { limits, now } = tools;
  const cache = createCache<ServerCheck>(limits.cacheMs, now);

  function without(text: string, status: Refusal): ServerCheck {
    const host = guard.name(text) ?? printable(text);
    return { host, status, ports: [], verdict: 'unknown', notChecked: [], checkedAt: now() };
  }

  async function make(host: string, port: number | undefined, step: Watcher['step'], signal: AbortSignal) {
    const vetting = await vetUniformly(host, signal);
    if (vetting.status !== 'vetted') return without(host, vetting.status);
    return checkServer({ ...vetting, port }, { ...tools, ...(step && { step }) }, slots, signal);
  }

  /** A refusal comes after one fixed time, whatever was looked up for it. */
  async function vetUniformly(host: string, signal: AbortSignal): Promise<Vetting> {
    const limit = deadline(limits.dnsMs, signal);
    const answered = new AbortController();
    const refusal = pause(limits.refusalMs, answered.signal);
    const vetting = await guard.vet(host, limit.signal);
    limit.end();
    if (vetting.status !== 'refused') answered.abort();
    await refusal;
    return vetting;
  }

  return async (text, port, signal, { admit, step } = {}) => {
    const host = guard.name(text);
    if (host === undefined || portsToCheck(host, port).length === 0) {
      await pause(limits.refusalMs, signal);
      return without(text, 'refused');
    }
    const key = `${host}:${port ?? ''}`;
    const limit = cache.has(key) ? undefined : await admit?.(registrable(host));
    if (limit) return { ...without(host, 'rate-limited'), limit };
    const work = {
      key,
      make: (all: AbortSignal) => make(host, port, step, all),
      keep: (check: ServerCheck) => check.status === 'checked' && check.verdict !== 'unknown',
    };
    const check = await cache.get(work, signal);
    return check ?? { ...without(host, 'refused'), status: 'checked', notChecked: [...NOT_CHECKED] };
  };
}
