import { validateXML } from 'xmllint-wasm';

/** An element of an XML file. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** All text below it, in order. */
  text: string;
  children: XmlElement[];
}

/**
 * Reads an XML file with libxml2, which also says whether it is well-formed. The parser hands back the
 * canonical form, in which sections and entities are resolved; what is left to do here is little.
 *
 * @throws what the parser says of a file that is not well-formed
 */
export async function readXml(contents: string): Promise<XmlElement> {
  const { valid, errors, normalized } = await validateXML({
    xml: [{ fileName: 'file.xml', contents }],
    normalization: 'c14n',
    maxMemoryPages: 4096,
  });
  if (!valid) throw new Error(errors.map(({ rawMessage }) => rawMessage).join('\n'));
  return readCanonical(normalized);
}

/** Reads several files at once, since starting the parser takes longer than reading. */
export async function readAllXml(files: string[]): Promise<XmlElement[]> {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const bodies = files.map((file) => {
    if (!file.startsWith(declaration)) throw new Error(`No XML file: ${file.slice(0, 60)}`);
    return file.slice(declaration.length);
  });
  return (await readXml(`<all>${bodies.join('')}</all>`)).children;
}

function readCanonical(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  for (const [, tag, words] of text.matchAll(/<((?:[^">]|"[^"]*")*)>|([^<]+)/g)) {
    if (words !== undefined) {
      for (const element of open) element.text += unescaped(words);
    } else if (tag!.startsWith('/')) {
      open.pop();
    } else {
      const [, name = '', rest = ''] = /^(\S+)([\s\S]*)$/.exec(tag!)!;
      const attributes = Object.fromEntries(
        [...rest.matchAll(/(\S+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)]),
      );
      const element = { name, attributes, text: '', children: [] };
      open.at(-1)!.children.push(element);
      open.push(element);
    }
  }
  return root.children[0]!;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const unescaped = (text: string) =>
  text.replace(/&(?:#x(\w+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : entities[name]!,
  );

/** Elements below one, reached by names: `below(item, 'presentation', 'material')`. */
export function below(element: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((one) => one.name === name)),
    [element],
  );
}

/** The text of the only element that a path leads to. @throws where there is none, or more than one. */
export function textAt(element: XmlElement, ...path: string[]): string {
  const [found, ...more] = below(element, ...path);
  if (!found || more.length > 0) throw new Error(`${path.join('/')}: ${more.length + 1} found`);
  return found.text;
}
