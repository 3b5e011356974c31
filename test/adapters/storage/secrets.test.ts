import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/adapters/storage/index.ts';
import { createSeal, keyFromFile, keyFromText } from '../../../src/adapters/storage/sealing.ts';
import { message, NOW, post, turn } from '../../contract/store-builders.ts';
import { tempDir } from '../../support/temp-dir.ts';

describe('answer handles', () => {
  it('are found nowhere in the state directory', async () => {
    const stateDir = tempDir();
    const store = await openStore({ stateDir });
    onTestFinished(() => store.close());
    const asked = message('1', { handle: { value: 'tok-very-secret', expiresAt: NOW + 1000 } });
    await store.accept(asked);
    await store.commit([turn(asked, { operations: [post('p', { answers: asked.id })] })], NOW);

    const files = readdirSync(stateDir).map((name) => readFileSync(join(stateDir, name)));

    expect(files.some((file) => file.includes('text of 1'))).toBe(true);
    expect(files.some((file) => file.includes('tok-very-secret'))).toBe(false);
  });

  it('are lost, not fatal, when the key is another one', async () => {
    const stateDir = tempDir();
    const first = await openStore({ stateDir, secretKey: 'one key that is long enough for this' });
    const asked = message('1', { handle: { value: 'tok-very-secret', expiresAt: NOW + 1000 } });
    await first.accept(asked);
    await first.commit([turn(asked, { operations: [post('p', { answers: asked.id })] })], NOW);
    await first.close();

    const second = await openStore({ stateDir, secretKey: 'another key that is long enough too' });
    onTestFinished(() => second.close());

    expect((await second.takeOutbox(NOW, 1))[0]).not.toHaveProperty('handle');
  });
});

describe('the seal', () => {
  it('opens what it closed, and never the same twice', () => {
    const seal = createSeal(keyFromText('key'));

    const [one, other] = [seal.close('令牌'), seal.close('令牌')];

    expect(seal.open(one)).toBe('令牌');
    expect(one.equals(other)).toBe(false);
  });

  it('opens nothing that was changed or cut', () => {
    const seal = createSeal(keyFromText('key'));
    const sealed = seal.close('token');
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;

    expect(seal.open(changed)).toBeUndefined();
    expect(seal.open(sealed.subarray(0, 10))).toBeUndefined();
    expect(createSeal(keyFromText('other')).open(sealed)).toBeUndefined();
  });

  it('keeps its key file', () => {
    const stateDir = tempDir();

    expect(keyFromFile(stateDir).equals(keyFromFile(stateDir))).toBe(true);
    expect(keyFromFile(stateDir).equals(keyFromFile(tempDir()))).toBe(false);
  });
});
