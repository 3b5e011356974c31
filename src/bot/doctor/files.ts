import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { knowledgeIsCurrent } from '../../../data/current.ts';
import { inspectState, STATE_FILE } from '../../adapters/storage/index.ts';
import type { Config } from '../config/index.ts';
import { stateName, storeOptions } from '../state.ts';
import { type DoctorFinding, findingIn } from './finding.ts';

export async function checkFiles(config: Config): Promise<DoctorFinding[]> {
  return [
    ...checkStateDir(config),
    ...(await checkState(config)),
    await checkKnowledge(config),
    ...checkCaFile(config),
  ];
}

function checkStateDir(config: Config): DoctorFinding[] {
  const finding = findingIn(config);
  const path = resolve(config.stateDir);
  return [
    isWritable(nearestExisting(path)) ? finding('ok', 'stateGood', { path }) : finding('problem', 'stateBad', { path }),
  ];
}

/** A folder that is missing is made at the start, if the one above allows it. */
function nearestExisting(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestExisting(dirname(path));
}

async function checkState(config: Config): Promise<DoctorFinding[]> {
  const finding = findingIn(config);
  const path = config.databaseUrl ? stateName(config) : resolve(config.stateDir, STATE_FILE);
  const report = await inspectState(storeOptions(config));
  switch (report.state) {
    case 'new':
      return [finding('ok', 'databaseNew')];
    case 'moved':
      return [finding('problem', 'databaseMoved', { path })];
    case 'newer':
      return [finding('problem', 'databaseNewer', { path })];
    case 'damaged':
      return [finding('problem', 'databaseBroken', { path })];
    case 'unreadable':
      return [finding('problem', config.databaseUrl ? 'databaseAway' : 'databaseUnreadable', { path })];
    case 'denied':
      return [finding('problem', 'databaseDenied', { path })];
    default: {
      const { deadEvents, deadOutbox } = report.counts;
      const dead = deadEvents + deadOutbox > 0 ? [finding('warning', 'deadLetters', { deadEvents, deadOutbox })] : [];
      return [finding('ok', 'databaseGood', report.counts), ...dead];
    }
  }
}

async function checkKnowledge(config: Config): Promise<DoctorFinding> {
  const finding = findingIn(config);
  const files = { dataDir: config.dataDir, output: config.knowledgePath };
  if (!existsSync(files.output)) return finding('warning', 'knowledgeMissing');
  const current = !existsSync(files.dataDir) || (await knowledgeIsCurrent(files));
  return current ? finding('ok', 'knowledgeGood') : finding('warning', 'knowledgeStale');
}

function checkCaFile(config: Config): DoctorFinding[] {
  const { caFile } = config.check;
  if (caFile === undefined || isReadable(caFile)) return [];
  return [findingIn(config)('problem', 'caFile', { path: caFile })];
}

function isWritable(path: string): boolean {
  return isAllowed(path, constants.W_OK);
}

function isReadable(path: string): boolean {
  return isAllowed(path, constants.R_OK);
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
