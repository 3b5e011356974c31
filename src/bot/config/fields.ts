import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { Secret } from '../secret.ts';
import type { ConfigFault, FaultCode } from './faults.ts';

type Read<T> = (text: string) => T | Wrong;

/** What is wrong with one value. */
class Wrong {
  readonly code: FaultCode;
  readonly facts: ConfigFault['facts'];

  constructor(code: FaultCode, facts: ConfigFault['facts'] = {}) {
    this.code = code;
    this.facts = facts;
  }
}

/** A variable that may be absent; its fault travels in the issue's `params`. */
function field<T>(read: Read<T>) {
  return z
    .string()
    .optional()
    .transform((text, context): T | undefined => {
      if (text === undefined) return undefined;
      const value = read(text);
      if (!(value instanceof Wrong)) return value;
      context.addIssue({ code: 'custom', params: { code: value.code, facts: value.facts } });
      return z.NEVER;
    });
}

export const text = () => field((value) => value);

export const choice = <const T extends string>(choices: readonly T[]) =>
  field<T>((value) => choices.find((one) => one === value) ?? new Wrong('choice', { choices: choices.join(', ') }));

/** 0 takes any free port. */
export const port = () =>
  field((value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : new Wrong('port')));

/** `0-3/8`: the shards from 0 to 3 of 8; `2/8` is one of them. */
export const shards = () =>
  field((value) => {
    const [, first, last = first, count] = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/.exec(value) ?? [];
    const range = { first: Number(first), last: Number(last), count: Number(count) };
    return range.first <= range.last && range.last < range.count ? range : new Wrong('shards');
  });

/** A whole number. */
export const count = (rule: { least: number }) =>
  field((value) =>
    /^\d{1,6}$/.test(value) && Number(value) >= rule.least ? Number(value) : new Wrong('count', { least: rule.least }),
  );

export const httpUrl = () =>
  field((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url?.protocol === 'http:' || url?.protocol === 'https:' ? value : new Wrong('url');
  });

/** It holds a password. */
export const databaseUrl = () =>
  field((value) =>
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
      ? new Secret(value)
      : new Wrong('databaseUrl'),
  );

/** `prefix` tells a token of the right kind from its neighbours on the platform's page. */
export const secret = (rule: { prefix?: string; least?: number } = {}) =>
  field((value) => {
    if (rule.prefix !== undefined && !value.startsWith(rule.prefix))
      return new Wrong('prefix', { prefix: rule.prefix });
    if (value.length < (rule.least ?? 1)) return new Wrong('short', { least: rule.least ?? 1 });
    return new Secret(value);
  });

export const networks = () => list((one) => ipaddr.isValidCIDR(one), 'networks');

/** Ids as Discord gives them, separated by commas. */
export const snowflakes = () => list((one) => /^\d{1,20}$/.test(one), 'snowflakes');

/** `address` or `address:port`, IPv6 in brackets when a port follows. */
export const resolvers = () =>
  list((one) => ipaddr.isValid(one.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')), 'resolvers');

function list(valid: (one: string) => boolean, code: FaultCode) {
  return field((value) => {
    const all = value.split(/[\s,]+/).filter((one) => one !== '');
    return all.every(valid) ? all : new Wrong(code);
  });
}
