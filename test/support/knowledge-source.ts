import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SHARED = {
  'sources.yaml': `help: { kind: page, label: Help, url: "https://help.example/", seen: "2026-11-22" }
rumour: { kind: unverified, label: Hearsay, seen: "2026-11" }
list: { kind: import, label: A list, commit: abc, seen: "2015-07-29" }
`,
  'mx.yaml': 'gateways:\n  - { suffix: pphosted.com, name: Proofpoint, source: help }\n',
};

/** Writes a small but complete data folder; `files` adds to it or replaces parts of it. */
export function writeSources(dataDir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries({ ...SHARED, ...files })) {
    const path = join(dataDir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** A provider file with one server; `more` is YAML of further keys. */
export function providerYaml(id: string, domain: string, more = ''): string {
  return `id: "${id}"
kind: mailbox
rank: 1
names: { en: "Mail of ${id}" }
domains:
  help: [${domain}]
servers:
  - { protocol: imap, host: imap.${domain}, port: 993, security: tls, source: help }
${more}`;
}
