import type { Parse } from './own-sheet.ts';

/** Fetches what divides tables into cells, once somebody brings one. @throws where it cannot be had. */
export async function loadParser(): Promise<Parse> {
  const { default: papa } = await import('papaparse');
  return papa.parse<string[]>;
}
