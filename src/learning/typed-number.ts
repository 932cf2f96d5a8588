/**
 * Reads a number as people type it: a decimal comma or point, commas or blanks between thousands, a
 * proper minus, a per cent sign after it. Nothing where it is not a number.
 */
export function typedNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/^−/, '-')
    .replace(/\s*%$/, '')
    // Nobody counts thousands from a leading zero: “0,125” is an eighth.
    .replace(/(?<!^[-+]?0.*)(?<=\d)[\s,](?=\d{3}(?!\d))/g, '')
    .replace(/^([-+]?\d*),(\d+)$/, '$1.$2');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : undefined;
}
