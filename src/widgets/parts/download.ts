/** Presentation that a picture takes from the page's style sheets and must carry when it leaves. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'color',
  'visibility',
  'display',
] as const;

const margin = 16;
const lineHeight = 18;
const labelSize = 13;
/** Mean width of a character, in units of the type size; a sheet has no layout to measure with. */
const characterWidth = 0.51;

/** Where a picture goes on the sheet, with its label above it. */
interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  label: string[];
}

/**
 * The pictures of a figure as one stand-alone SVG document: where they stand to each other is kept,
 * computed styles are written out, each lies on its own surface, and the lines given stand below.
 *
 * @param pictures SVG elements on the page; `data-label`, where present, is printed above its picture.
 * @param lines the title and the attribution.
 */
export function standaloneSvg(pictures: SVGSVGElement[], lines: string[]): string {
  const places = placesOf(pictures);
  const width = Math.max(...places.map((place) => place.x + place.width)) + margin;
  const picturesEnd = Math.max(...places.map((place) => place.y + place.height)) + margin;
  const below = lines.flatMap((line, index) => {
    const size = index ? 11 : 14;
    return linesOf(line, width - 2 * margin, size).map((text) => ({ text, size }));
  });
  const height = picturesEnd + below.length * lineHeight + margin;

  // The site's own typeface stays behind: a picture by itself cannot load one.
  const font = { 'font-family': 'sans-serif' };
  const sheet = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, ...font });
  const page = getComputedStyle(pictures[0]!.closest('.figure') ?? document.body);
  sheet.append(element('rect', { width, height, fill: page.backgroundColor }));
  pictures.forEach((picture, index) => {
    const { x, y, label, ...size } = places[index]!;
    const surface = getComputedStyle(picture.closest('.lit, .night, .figure') ?? document.body);
    const [top, padding] = [y - label.length * lineHeight, margin / 2];
    sheet.append(
      element('rect', {
        x: x - padding,
        y: top - padding,
        width: size.width + margin,
        height: size.height + y - top + margin,
        fill: surface.backgroundColor,
      }),
      ...label.map((line, row) =>
        textLine(line, x, top + labelSize + row * lineHeight, surface.color, labelSize),
      ),
      withStyles(picture, { x, y, ...size }),
    );
  });
  below.forEach(({ text, size }, index) =>
    sheet.append(textLine(text, margin, picturesEnd + (index + 1) * lineHeight, page.color, size)),
  );
  return new XMLSerializer().serializeToString(sheet);
}

/**
 * Beside each other as on the page, and one row close below the next, whatever controls stand between
 * them there.
 */
function placesOf(pictures: SVGSVGElement[]): Place[] {
  const boxes = pictures.map((picture) => picture.getBoundingClientRect());
  const labels = pictures.map((picture, index) =>
    linesOf(picture.dataset['label'] ?? '', boxes[index]!.width, labelSize),
  );
  const left = Math.min(...boxes.map((box) => box.left));
  const places: Place[] = [];
  let row: number[] = [];
  let end = -Infinity;
  let bottom = -margin;
  const order = boxes.map((_, index) => index).sort((a, b) => boxes[a]!.top - boxes[b]!.top);
  const closeRow = () => {
    if (row.length === 0) return;
    // As many lines for each label of a row, so that its surfaces are of one height.
    const most = Math.max(...row.map((index) => labels[index]!.length));
    const y = bottom + 2 * margin + lineHeight * most;
    for (const index of row) {
      const { width, height, left: x } = boxes[index]!;
      const label = Array.from({ length: most }, (_, line) => labels[index]![line] ?? '');
      places[index] = { x: x - left + margin, y, width, height, label };
    }
    bottom = Math.max(...row.map((index) => y + boxes[index]!.height));
    row = [];
  };
  for (const index of order) {
    if (boxes[index]!.top >= end) {
      closeRow();
      end = boxes[index]!.bottom;
    }
    row.push(index);
  }
  closeRow();
  return places;
}

/** Breaks a text into lines of a width: at spaces, and an address that is longer anywhere. */
function linesOf(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (size * characterWidth));
  const lines: string[] = [];
  for (const word of text
    .split(' ')
    .flatMap((part) => part.match(RegExp(`.{1,${most}}`, 'g')) ?? [])) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < most) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function withStyles(picture: SVGSVGElement, frame: Record<string, number>): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((node, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const property of carried) node.setAttribute(property, style.getPropertyValue(property));
    node.removeAttribute('class');
  });
  for (const [name, value] of Object.entries(frame)) copy.setAttribute(name, String(value));
  return copy;
}

function textLine(text: string, x: number, y: number, fill: string, size: number): SVGElement {
  const line = element('text', { x, y, fill, 'font-size': size });
  line.textContent = text;
  return line;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** Draws a stand-alone SVG at twice its size. @throws when the browser cannot draw or encode it. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
