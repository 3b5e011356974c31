import type { FileRef, FileRefusal, FileRules } from '../model.ts';

/**
 * Why a file is not passed on by what is said of it; undefined when it is. Of some files a platform says nothing until
 * they are fetched: they are judged then.
 */
export function fileAllowed(
  { mime, size }: Pick<FileRef, 'mime' | 'size'>,
  { maxBytes, types }: FileRules,
): FileRefusal | undefined {
  if (size === 0 && mime === '') return undefined;
  if (size > maxBytes) return 'too-large';
  if (size === 0) return 'empty';
  return types.some((type) => fits(mime.toLowerCase(), type)) ? undefined : 'type';
}

/** `image/*` takes any picture; parameters such as a charset do not matter. */
function fits(mime: string, type: string): boolean {
  const bare = mime.split(';')[0]?.trim() ?? '';
  return type.endsWith('/*') ? bare.startsWith(type.slice(0, -1)) : bare === type;
}
