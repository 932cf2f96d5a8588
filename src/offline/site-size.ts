/** How large the whole site is, so that a reader knows before agreeing. */

/** The whole site in files and bytes, as the build counted them. */
export interface SiteSize {
  files: number;
  bytes: number;
  /** Sum of the files as a server sends them that compresses. */
  compressed: number;
}

/**
 * Asks the server.
 * @param scope address under which the site lives, with a slash at its end
 * @returns nothing where there is no answer, or none that makes sense
 */
export async function readSize(scope: string): Promise<SiteSize | undefined> {
  try {
    const response = await fetch(`${scope}offline.json`, { cache: 'no-store' });
    return response.ok ? sizeFrom(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** A size from what the server sent, if it is one: a captive network may answer anything. */
export function sizeFrom(answer: unknown): SiteSize | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { files, bytes, compressed } = answer as Record<string, unknown>;
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
  if (!isCount(files) || !isCount(bytes) || !isCount(compressed)) return undefined;
  return { files, bytes, compressed };
}

/** Bytes that keeping will load, judged by how the server sent the page on which it is asked. */
export function bytesToLoad(
  { bytes, compressed }: SiteSize,
  page = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined,
): number {
  const compresses = page && page.encodedBodySize < page.decodedBodySize;
  return compresses ? compressed : bytes;
}

/** Bytes in megabytes for reading: one decimal below ten, and never nothing. */
export function megabytes(bytes: number): string {
  const millions = bytes / 1e6;
  return millions < 9.95 ? Math.max(0.1, millions).toFixed(1) : millions.toFixed(0);
}
