/**
 * FNV-1a of 64 bits over the UTF-8 bytes of a text, in 16 hexadecimal digits.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9923
 */
export function fnv1a64(source: string): string {
  // Two halves of 32 bits. The prime is 2^40 + 0x1b3, so that the low half enters the high one 8 bits up.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of new TextEncoder().encode(source)) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
