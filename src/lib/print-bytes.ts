/** So many bytes for reading: in whole kilobytes, and never none, or in megabytes with one decimal. */
export function printBytes(bytes: number, locale: string): string {
  const small = bytes < 1e6;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: small ? 0 : 1,
  }).format(small ? Math.max(1, bytes / 1e3) : bytes / 1e6);
}
