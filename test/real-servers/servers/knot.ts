import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESS, type Daemon, DNS_PORT, startDaemon } from './daemon.ts';

/** A company with servers of its own, and one whose mail lies with Tencent. */
const ZONES: Record<string, string> = {
  'company.example': `
@ 60 IN SOA ns.company.example. root.company.example. 1 60 60 60 60
@ 60 IN NS ns
ns 60 IN A ${ADDRESS.dns}
@ 60 IN MX 10 mail
mail 60 IN A ${ADDRESS.good}
old 60 IN A ${ADDRESS.bad}
autoconfig 60 IN A ${ADDRESS.good}
_imaps._tcp 60 IN SRV 0 1 993 mail
_submissions._tcp 60 IN SRV 0 1 465 mail
_submission._tcp 60 IN SRV 10 1 587 mail
_pop3s._tcp 60 IN SRV 0 0 0 .
`,
  'hosted.example': `
@ 60 IN SOA ns.company.example. root.company.example. 1 60 60 60 60
@ 60 IN NS ns.company.example.
@ 60 IN MX 5 mxbiz1.qq.com.
@ 60 IN MX 10 mxbiz2.qq.com.
`,
  'silent.example': `
@ 60 IN SOA ns.company.example. root.company.example. 1 60 60 60 60
@ 60 IN NS ns.company.example.
@ 60 IN MX 0 .
`,
};

/** The name server of these companies. */
export function startKnot(folder: string): Promise<Daemon> {
  mkdirSync(join(folder, 'zones'), { recursive: true });
  for (const [zone, records] of Object.entries(ZONES)) writeFileSync(join(folder, 'zones', `${zone}.zone`), records);
  const zones = Object.keys(ZONES).map((zone) => `  - domain: ${zone}\n    file: ${zone}.zone`);
  const file = join(folder, 'knot.conf');
  writeFileSync(
    file,
    `server:
    rundir: ${folder}
    listen: ${ADDRESS.dns}@${DNS_PORT}
database:
    storage: ${folder}
log:
  - target: stderr
    any: warning
template:
  - id: default
    storage: ${folder}/zones
zone:
${zones.join('\n')}
`,
  );
  return startDaemon('/usr/sbin/knotd', ['-c', file], [[ADDRESS.dns, DNS_PORT]]);
}
