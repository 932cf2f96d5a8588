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
  'font-family',
  'text-anchor',
  'dominant-baseline',
  'color',
  'visibility',
  'display',
] as const;

const margin = 16;
const labelHeight = 22;
const lineHeight = 18;

/**
 * The pictures of a figure as one stand-alone SVG document: where they stand to each other is kept,
 * computed styles are written out, each lies on its own surface, and the lines given stand below.
 *
 * @param pictures SVG elements on the page; `data-label`, where present, is printed above its picture.
 * @param lines the title and the attribution.
 */
export function standaloneSvg(pictures: SVGSVGElement[], lines: string[]): string {
  const boxes = pictures.map((picture) => picture.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left + 2 * margin;
  const picturesEnd = Math.max(...boxes.map((box) => box.bottom)) - top + labelHeight + 2 * margin;
  const height = picturesEnd + lines.length * lineHeight + margin;

  const sheet = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const page = getComputedStyle(pictures[0]!.closest('.figure') ?? document.body);
  sheet.append(element('rect', { width, height, fill: page.backgroundColor }));
  pictures.forEach((picture, index) => {
    const box = boxes[index]!;
    const [x, y] = [box.left - left + margin, box.top - top + margin];
    const surface = getComputedStyle(picture.closest('.lit, .night, .figure') ?? document.body);
    sheet.append(
      element('rect', {
        x: x - margin / 2,
        y: y - margin / 2,
        width: box.width + margin,
        height: box.height + labelHeight + margin,
        fill: surface.backgroundColor,
      }),
      textLine(picture.dataset['label'] ?? '', x, y + 13, surface.color, 13),
      withStyles(picture, x, y + labelHeight, box),
    );
  });
  lines.forEach((line, index) =>
    sheet.append(
      textLine(line, margin, picturesEnd + (index + 1) * lineHeight, page.color, index ? 11 : 13),
    ),
  );
  return new XMLSerializer().serializeToString(sheet);
}

function withStyles(picture: SVGSVGElement, x: number, y: number, box: DOMRect): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((node, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const property of carried) node.setAttribute(property, style.getPropertyValue(property));
    node.removeAttribute('class');
  });
  for (const [name, value] of Object.entries({ x, y, width: box.width, height: box.height })) {
    copy.setAttribute(name, String(value));
  }
  return copy;
}

function textLine(text: string, x: number, y: number, fill: string, size: number): SVGElement {
  const line = element('text', { x, y, fill, 'font-size': size, 'font-family': 'sans-serif' });
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

/** Hands a file to the browser's download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The address must outlive the click: some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
