import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PATH = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why there is no browser to test with; nothing where there is one. In CI a missing browser is a failure. */
export function missingBrowser(): string | undefined {
  if (existsSync(PATH)) return undefined;
  const reason = `no browser at ${PATH}: install Debian's chromium, or set CHROMIUM_PATH`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`Browser tests are skipped: ${reason}\n`);
  return reason;
}

export function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath: PATH, args });
}
