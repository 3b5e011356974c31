import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  CONFIG_FORMATS,
  type ConfigFile,
  configFile,
  type ConfigFormat,
  fileBytes,
  fill,
  type Knowledge,
  lookUp,
  type Provider,
  texts,
} from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import { createSigner, type SigningFiles } from '../signing/index.ts';
import { operatorLanguage, variablesGiven } from '../variables.ts';
import { lookUpLines } from './lookup-lines.ts';
import { readyKnowledge } from './ready-knowledge.ts';
import { wrongUse } from './usage.ts';
import { EXIT_UNAVAILABLE } from '../exit-codes.ts';

/** RFC 5321, section 4.5.3.1, with the @. */
const LONGEST_ADDRESS = 320;
const ONLY_OWNER = 0o600;

/** `postilion export`: a file that sets a mail program up, or a ticket for the record. `--out -` writes to stdout; never a password. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, provider: { type: 'string' }, out: { type: 'string' } },
  });
  const [what, number] = positionals;
  if (what === 'ticket') return (await import('./export-ticket.ts')).exportTicket(number, values);
  const query = positionals.join(' ').trim();
  const format = CONFIG_FORMATS.find((one) => one === (values.format ?? 'mobileconfig'));
  if (query === '' || format === undefined) return wrongUse('export');
  const knowledge = await readyKnowledge();
  const provider = providerFor(knowledge, query, values.provider);
  if (typeof provider === 'string') return said(provider, EXIT_UNAVAILABLE);
  return exportFor(provider, query, format, values.out);
}

/** A misspelling is named, never taken for what it resembles. */
function providerFor(knowledge: Knowledge, query: string, id: string | undefined): Provider | string {
  const language = operatorLanguage();
  const named = knowledge.provider(id ?? query.toLowerCase());
  if (named) return named;
  const found = lookUp(knowledge, id ?? query);
  if (found.kind === 'found' || found.kind === 'mx') return found.match.provider;
  return lookUpLines(id ?? query, found, language).join('\n');
}

async function exportFor(
  provider: Provider,
  query: string,
  format: ConfigFormat,
  out: string | undefined,
): Promise<number> {
  const language = operatorLanguage();
  const words = texts(language).files;
  const name = provider.names[language] ?? provider.names['en'] ?? provider.id;
  const file = configFile(provider, format, whose(query), language);
  if ('no' in file) return said(fill(words.no[file.no], { provider: name }), EXIT_UNAVAILABLE);
  const signing = signingFiles();
  const signed = format === 'mobileconfig' && signing !== undefined;
  write(signed ? await signedBytes(file, signing) : fileBytes(file), out ?? file.name);
  if (out !== '-') console.error(fill(words.written, { name: out ?? file.name }));
  if (format === 'mobileconfig') console.error(signed ? words.signed : words.notSigned.replaceAll('**', ''));
  return 0;
}

/** An address, or a domain; a name tells neither. */
function whose(query: string): { address?: string; domain?: string } {
  if (query.length <= LONGEST_ADDRESS && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(query)) return { address: query };
  return /^[\w-]+(\.[\w-]+)+$/.test(query) ? { domain: query.toLowerCase() } : {};
}

function signingFiles(): SigningFiles | undefined {
  const { MOBILECONFIG_CERT_FILE: certFile = '', MOBILECONFIG_KEY_FILE: keyFile = '' } = variablesGiven();
  return certFile === '' || keyFile === '' ? undefined : { certFile, keyFile };
}

async function signedBytes(file: ConfigFile, files: SigningFiles): Promise<Uint8Array> {
  const content = await createSigner(files, () => systemClock.now())(file.content);
  return fileBytes({ content, encoding: 'base64' });
}

/** It may hold an address: only its owner reads it. */
function write(bytes: Uint8Array, out: string): void {
  if (out === '-') process.stdout.write(bytes);
  else writeFileSync(out, bytes, { mode: ONLY_OWNER });
}

function said(text: string, exitCode: number): number {
  console.error(text);
  return exitCode;
}
