import { readFileSync } from 'node:fs';
import type { SigningPair } from './cms.ts';
import { SigningFault, type SigningFaultCode } from './fault.ts';

export type { SigningFaultCode } from './fault.ts';

/** Paths of two PEM files of the operator's. */
export interface SigningFiles {
  certFile: string;
  keyFile: string;
}

/** Signs a file and gives it in base64; reads the pair at its first use. Throws SigningFault. */
export function createSigner(files: SigningFiles | undefined, now: () => number): (content: string) => Promise<string> {
  let pair: Promise<SigningPair> | undefined;
  return async (content) => {
    if (!files) throw new SigningFault('key-unreadable');
    // Certificates and signatures are loaded only where somebody signs.
    const { signedMessage } = await import('./cms.ts');
    pair ??= read(files, now());
    return Buffer.from(await signedMessage(content, await pair)).toString('base64');
  };
}

/** What is wrong with the pair; undefined when it can sign. */
export async function signingFault(files: SigningFiles, now: number): Promise<SigningFaultCode | undefined> {
  try {
    await read(files, now);
    return undefined;
  } catch (error) {
    if (error instanceof SigningFault) return error.code;
    throw error;
  }
}

async function read({ certFile, keyFile }: SigningFiles, now: number): Promise<SigningPair> {
  const { readPair } = await import('./cms.ts');
  return readPair(textOf(certFile, 'certificate-unreadable'), textOf(keyFile, 'key-unreadable'), now);
}

function textOf(path: string, code: SigningFaultCode): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SigningFault(code);
  }
}
