import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { CannedReply } from '../../core/index.ts';
import type { ConfigFault } from '../config/faults.ts';
import { cannedFile, deskFile, type DeskFile } from './schema.ts';

type Read<T> = { ok: true; value: T } | { ok: false; faults: ConfigFault[] };

/** The file behind POSTILION_DESK; every fault names the place in the file, and what is expected there. */
export function readDeskFile(path: string): Read<DeskFile> {
  return readFile('POSTILION_DESK', path, deskFile);
}

/** Ready-made replies of a folder, one file each. */
export function readCanned(variable: string, folder: string): Read<CannedReply[]> {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/.test(name));
  } catch {
    return { ok: false, faults: [{ variable, code: 'fileUnreadable', facts: { file: folder } }] };
  }
  const all = files.toSorted().map((name) => ({ name, read: readFile(variable, join(folder, name), cannedFile) }));
  const faults = all.flatMap(({ read }) => (read.ok ? [] : read.faults));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: all.flatMap(({ name, read }) => (read.ok ? [{ id: basename(name, extname(name)), ...read.value }] : [])),
  };
}

function readFile<T>(variable: string, path: string, schema: z.ZodType<T>): Read<T> {
  const file = basename(path);
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
    return { ok: false, faults: [{ variable, code: missing ? 'fileUnreadable' : 'fileNotYaml', facts: { file } }] };
  }
  const result = schema.safeParse(content);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.map((issue) => faultOf(variable, file, issue)) };
}

function faultOf(variable: string, file: string, issue: z.core.$ZodIssue): ConfigFault {
  const where = issue.path.join('.') || '.';
  if (issue.code === 'unrecognized_keys')
    return { variable, code: 'fileUnknown', facts: { file, where: [...issue.path, issue.keys[0]].join('.') } };
  return { variable, code: 'fileWrong', facts: { file, where, expected: issue.message } };
}
