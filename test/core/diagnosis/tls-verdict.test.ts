import { describe, expect, it } from 'vitest';
import {
  fill,
  LANGUAGES,
  type PortCheck,
  portFindings,
  serverFindings,
  texts,
  TLS_FINDING_CODES,
  tlsVerdict,
} from '../../../src/core/index.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const GOOD: PortCheck = {
  port: 993,
  protocol: 'imap',
  reachable: true,
  mode: 'tls',
  tlsVersion: 'TLSv1.3',
  tlsVersionsOffered: ['TLSv1.2', 'TLSv1.3'],
  cipher: 'TLS_AES_256_GCM_SHA384',
  authorized: true,
  certificateProblems: [],
  certificate: {
    subject: 'mail.example.org',
    issuer: 'Zoo',
    validTo: '2027-01-01T00:00:00.000Z',
    names: ['mail.example.org'],
  },
  findings: [],
};
const REFUSED: PortCheck = { port: 143, protocol: 'imap', reachable: false, failure: 'refused', findings: [] };

function codes(port: PortCheck): string[] {
  return portFindings(port, NOW).map(({ code }) => code);
}

describe('the verdict', () => {
  it.each<[string, Partial<PortCheck>, string]>([
    ['a port in order', {}, 'good'],
    ['an old version beside new ones', { tlsVersionsOffered: ['TLSv1', 'TLSv1.3'] }, 'good'],
    ['an old version alone', { tlsVersion: 'TLSv1.1' }, 'risky'],
    ['a cipher without forward secrecy', { cipher: 'AES128-SHA' }, 'risky'],
    ['a password taken before TLS', { mode: 'starttls', loginBeforeTls: true }, 'risky'],
    ['a weak key', { certificateProblems: ['weak-key'] }, 'risky'],
    ['another name', { certificateProblems: ['name-mismatch'] }, 'broken'],
    ['another name and a weak key', { certificateProblems: ['weak-key', 'name-mismatch'] }, 'broken'],
    ['a busy server', { failure: 'busy' }, 'unknown'],
    ['a certificate problem that a later version may add', { certificateProblems: ['new-one'] }, 'unknown'],
  ])('of %s', (_, changed, verdict) => {
    expect(tlsVerdict([{ ...GOOD, ...changed }], NOW)).toBe(verdict);
  });

  it('of a port without encryption is broken', () => {
    const { tlsVersion: _, ...plain } = GOOD;

    expect(tlsVerdict([{ ...plain, mode: 'none' }], NOW)).toBe('broken');
  });

  it('leaves out ports that are merely closed, where another answers', () => {
    expect(tlsVerdict([GOOD, REFUSED], NOW)).toBe('good');
    expect(tlsVerdict([REFUSED], NOW)).toBe('unknown');
    expect(tlsVerdict([], NOW)).toBe('unknown');
  });

  it('is the worst of the ports that answer', () => {
    expect(tlsVerdict([GOOD, { ...GOOD, certificateProblems: ['expired'] }], NOW)).toBe('broken');
  });
});

describe('findings', () => {
  it('come worst first, and never praise what is broken', () => {
    const port = { ...GOOD, certificateProblems: ['weak-key', 'expired'], notes: ['spoke-out-of-turn'] };

    expect(codes(port)).toEqual(['certificate-expired', 'certificate-weak-key', 'spoke-out-of-turn']);
  });

  it('carry the facts that their texts need', () => {
    const [finding] = portFindings({ ...GOOD, certificateProblems: ['expires-soon'] }, NOW);

    expect(finding?.facts).toMatchObject({
      port: 993,
      protocol: 'IMAP',
      version: 'TLS 1.3',
      date: '2027-01-01',
      days: 40,
    });
  });

  it('of several ports are those of the ones that answer', () => {
    const check = {
      host: 'h',
      status: 'checked',
      ports: [REFUSED, GOOD],
      verdict: 'good',
      notChecked: [],
      checkedAt: NOW,
    } as const;

    expect(serverFindings({ ...check, ports: [...check.ports], notChecked: [] }).map(({ code }) => code)).toEqual([
      'encrypted',
    ]);
  });

  it('say nothing of an address family that our own network may lack', () => {
    const families = [{ family: 6 as const, outcome: 'unreachable' }];

    expect(codes({ ...GOOD, families })).toEqual(['encrypted']);
    expect(codes({ ...GOOD, families: [{ family: 6, outcome: 'timeout' }] })).toEqual(['ipv6-broken', 'encrypted']);
  });
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const { findings } = texts(language).check;

  it('cover every finding and nothing else', () => {
    expect(Object.keys(findings).toSorted((a, b) => a.localeCompare(b))).toEqual(
      TLS_FINDING_CODES.toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('leave no place unfilled', () => {
    const facts = portFindings({ ...GOOD, speaks: 'smtp', chain: [] }, NOW)[0]?.facts ?? {};
    const known = new Set([...Object.keys(facts), 'speaks']);

    for (const text of Object.values(findings)) {
      for (const [, place = ''] of text.matchAll(/\{(\w+)\}/g)) expect(known).toContain(place);
      expect(fill(text, facts)).not.toMatch(/undefined|ERR_|OpenSSL/);
    }
  });
});
