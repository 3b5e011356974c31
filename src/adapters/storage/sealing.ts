import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Encrypts what must not be readable in a copied state file; AES-256-GCM, stored as nonce (12), tag (16), text. */
export interface Seal {
  close(text: string): Buffer;
  /** `undefined` when it was sealed with another key or was damaged. */
  open(sealed: Buffer): string | undefined;
}

const NONCE = 12;
const TAG = 16;
const KEY_DIGITS = 64;

export function createSeal(key: Buffer): Seal {
  return {
    close(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
        decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Any long random text serves as the operator's key. */
export function keyFromText(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** The key in `<stateDir>/secret.key`, readable by its owner only; made at the first start. */
export function keyFromFile(stateDir: string): Buffer {
  const path = join(stateDir, 'secret.key');
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  // A crash while it was first written leaves it short: nothing can have been sealed with it.
  if (known.length >= KEY_DIGITS) return keyFromText(known);
  const made = randomBytes(KEY_DIGITS / 2).toString('hex');
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return keyFromText(made);
}
