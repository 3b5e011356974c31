import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runExport } from '../../../src/bot/cli/export.ts';
import { profileFaults } from '../../support/published/apple-profile.ts';
import { readAutoconfig } from '../../support/published/autoconfig-file.ts';
import { readPlist } from '../../support/published/plist-reader.ts';
import { testKnowledgePath } from '../../support/knowledge.ts';
import { tempDir } from '../../support/temp-dir.ts';

let said: string[];
let out: string;

beforeEach(() => {
  said = [];
  out = join(tempDir(), 'file');
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.stubEnv('POSTILION_KNOWLEDGE', testKnowledgePath());
  vi.stubEnv('MOBILECONFIG_CERT_FILE', '');
});

describe('postilion export', () => {
  it('writes a profile for an address that only its owner can read, and says that it is not signed', async () => {
    expect(await runExport(['kim@qq.com', '--out', out])).toBe(0);

    const profile = readFileSync(out, 'utf8');
    expect(profileFaults(readPlist(profile))).toEqual([]);
    expect(profile).toContain('<string>kim@qq.com</string>');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(said.at(-1)).toBe('Your iPhone will say Not signed. Install it only if you asked for this file.');
  });

  it('writes a Thunderbird file for a name in any script', async () => {
    expect(await runExport(['网易163邮箱', '--format', 'autoconfig', '--out', out])).toBe(0);

    expect(readAutoconfig(readFileSync(out, 'utf8')).incomingServer[0]?.hostname).toBe('imap.163.com');
  });

  it('writes one for a company’s own domain when the provider is named', async () => {
    const args = ['kim@company.example', '--provider', 'exmail', '--format', 'autoconfig', '--out', out];

    expect(await runExport(args)).toBe(0);
    expect(readAutoconfig(readFileSync(out, 'utf8')).domain[0]).toBe('company.example');
  });

  it.each<[string[], number, RegExp]>([
    [['tuta'], 69, /no file for Tuta/],
    [['someone@hey.com'], 69, /no file for HEY/],
    [['proton'], 69, /Bridge/],
    [['kim@outlook.com'], 69, /need no file for Outlook.com/],
    [['gmx'], 69, /part after the @/],
    [['kim@gmial.com'], 69, /gmial\.com[\s\S]*gmail\.com/],
    [['kim@gmаil.com'], 69, /only looks like gmail\.com/],
    [['kim@nobody-knows-this.example'], 69, /know nothing/],
    [['kim@company.example', '--provider', 'nobody'], 69, /nobody/],
    [[], 64, /postilion export ADDRESS/],
    [['qq', '--format', 'docx'], 64, /mobileconfig\|autoconfig/],
  ])('%s: makes no file, and says why', async (args, code, reason) => {
    expect(await runExport([...args, '--out', out])).toBe(code);
    expect(said.join('\n')).toMatch(reason);
    expect(() => statSync(out)).toThrow('ENOENT');
  });
});
