import { describe, expect, it } from 'vitest';
import { fileAllowed } from '../../../src/core/desk/file-rules.ts';

const RULES = { maxBytes: 1000, types: ['image/*', 'text/plain'] };

describe('a file that came with a message', () => {
  it.each([
    ['a picture', { mime: 'image/png', size: 10 }, undefined],
    ['a text with its charset', { mime: 'text/plain; charset=utf-8', size: 10 }, undefined],
    ['one of which the platform says nothing before it is fetched', { mime: '', size: 0 }, undefined],
    ['one without content', { mime: 'text/plain', size: 0 }, 'empty'],
    ['one that is too large', { mime: 'text/plain', size: 1001 }, 'too-large'],
    ['one of another kind', { mime: 'application/x-msdownload', size: 10 }, 'type'],
    ['one that turned out to be of no known kind', { mime: '', size: 10 }, 'type'],
  ])('is judged by what is known of it: %s', (_, file, expected) => {
    expect(fileAllowed(file, RULES)).toBe(expected);
  });
});
