import type { JsonFault } from './json-shape.ts';

/** Why a file that should be one of ours was not read; `content/ui` says each in a sentence. */
export type FileFault =
  Exclude<JsonFault, 'prototype'> | 'large' | 'notText' | 'foreign' | 'newer' | 'damaged';

/**
 * The text of a file, which anyone may have made: UTF-8, with a byte order mark or without.
 *
 * @param largest most bytes that are read
 */
export async function readText(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
  largest: number,
): Promise<{ text: string } | { fault: 'large' | 'notText' }> {
  if (file.size > largest) return { fault: 'large' };
  try {
    const bytes = await file.arrayBuffer();
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'notText' };
  }
}
