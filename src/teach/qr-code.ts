import { encode } from 'uqr';

/** A QR code as a path of unit squares. */
export interface QrCode {
  /** `d` of an SVG path. */
  path: string;
  /** Width and height, in modules, the empty border of four included. */
  size: number;
}

/** @returns nothing where the text is longer than any code holds, about 2,900 characters. */
export function qrCode(text: string): QrCode | undefined {
  try {
    const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
    return { path: data.map(rowPath).join(''), size };
  } catch {
    return undefined;
  }
}

/** One rectangle for each run of dark modules. */
function rowPath(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h${-width}z`;
  }
  return path;
}

/** The code as a picture of its own, dark on white, with a name for who does not see it. */
export function qrFile({ path, size }: QrCode, name: string): string {
  const title = name.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" role="img" shape-rendering="crispEdges"><title>${title}</title><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${path}"/></svg>\n`;
}
