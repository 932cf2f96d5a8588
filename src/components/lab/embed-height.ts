/** What an embedded figure tells the page around it whenever its height changes. */
export interface HeightMessage {
  type: 'unwatched-height';
  /** CSS pixels. */
  height: number;
}

/** More than any figure is high; a frame that grew further would be a fault, or somebody's joke. */
const highest = 20_000;

/** The height that a message gives, where it comes from that frame and is one; else undefined. */
export function readHeight(
  { data, source }: Pick<MessageEvent, 'data' | 'source'>,
  frame: Window | null | undefined,
): number | undefined {
  if (!frame || source !== frame || typeof data !== 'object' || data === null) return undefined;
  const { type, height } = data as Partial<HeightMessage>;
  if (type !== 'unwatched-height' || typeof height !== 'number') return undefined;
  return height > 0 && height <= highest ? Math.ceil(height) : undefined;
}
