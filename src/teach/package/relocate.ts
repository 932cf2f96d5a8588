/**
 * Pages and scripts of the site as files that run from any folder of any host: what stands under the
 * site's base path is addressed from where the file itself is. The site's own pages are read, never
 * foreign ones, so that their markup may be taken as the build writes it.
 */
/** Where a file will stand, and what it may lead to. */
export interface Surroundings {
  /** Path of the file from the root of the package. */
  path: string;
  /** Paths of all files of the site that the package holds. */
  included: ReadonlySet<string>;
  /** The path under which the site's pages address its files: `/` or `/unwatched/`. */
  base: string;
  /** Address of the hosted site, with a slash at its end. */
  address: string;
}

/** An element that has no place in a learning management system's frame, such as the site's menu, is of this class. */
const outsideShell =
  /<([a-z][\w-]*)(?=\s)(?:[^>"]|"[^"]*")*?\sclass="(?:[^"]*\s)?outside-shell[\s"](?:[^>"]|"[^"]*")*>/i;

const attribute = /(\s)([^\s"'<>/=]+)="([^"]*)"/g;
const startTag = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)(\s*\/?>)/gi;
const scriptOrStyle = /(<(script|style)\b[^>]*>)([\s\S]*?)(<\/\2>)/;
/** Attributes that hold an address and nothing else. */
const holdsAddress = /^(?:href|src|action|(?:component|renderer|before-hydration)-url)$/;
const addressInCss = /url\((["']?)([^"')]+)\1\)/g;
const otherHost = /^https?:\/\//;

/**
 * A page for a package: addresses within the package are relative and name `index.html`, links out of it
 * lead to the hosted site in a tab of their own, and what has no place in a frame is left out.
 *
 * @throws where its content security policy does not name one of its styles
 */
export async function relocatePage(html: string, surroundings: Surroundings): Promise<string> {
  // What stands between scripts and styles, then the parts of the next of them, and so on.
  const parts = withoutOutsideShell(html).split(scriptOrStyle);
  const policyChanges: [before: string, after: string][] = [];
  let page = '';
  for (let at = 0; at < parts.length; at += 5) {
    const [between = '', open = '', element, text = '', close = ''] = parts.slice(at, at + 5);
    page += relocateTags(between + open, surroundings);
    if (element === 'script') {
      const isData = open.includes('application/json');
      page += (isData ? relocateData(text, '"', surroundings) : text) + close;
    } else {
      const style = relocateStyle(text, surroundings);
      if (style !== text) policyChanges.push([await policySource(text), await policySource(style)]);
      page += style + close;
    }
  }
  for (const [before, after] of policyChanges) {
    if (!page.includes(before)) {
      throw new Error(`The policy of ${surroundings.path} does not name one of its styles.`);
    }
    page = page.replaceAll(before, after);
  }
  return page;
}

/** A script for a package: files that it names by their path from the root are found from its own place. */
export function relocateScript(script: string, surroundings: Surroundings): string {
  return script.replace(/(["'`])(\/[^"'`\s\\]*)\1/g, (text, _quote, address: string) => {
    const file = fileAt(address, surroundings);
    if (!file || !surroundings.included.has(file.path)) return text;
    const relative = JSON.stringify(relativeTo(surroundings.path, file.path) + file.rest);
    return `new URL(${relative},import.meta.url).href`;
  });
}

/** A style sheet for a package. */
export function relocateStyle(css: string, surroundings: Surroundings): string {
  return css.replace(addressInCss, (text, quote: string, address: string) => {
    const moved = localAddress(address, surroundings);
    return moved ? `url(${quote}${moved}${quote})` : text;
  });
}

function relocateTags(html: string, surroundings: Surroundings): string {
  return html.replace(startTag, (_tag, name: string, attributes: string, end: string) => {
    if (name === 'link' && / rel="manifest"/.test(attributes)) return '';
    if (name === 'a') return `<a${relocateLink(attributes, surroundings)}${end}`;
    const moved = attributes.replace(
      attribute,
      (text, space: string, key: string, value: string) => {
        if (key === 'props')
          return `${space}props="${relocateData(value, '&quot;', surroundings)}"`;
        const local = localAddress(value, surroundings);
        const address =
          local ?? (holdsAddress.test(key) ? hostedAddress(value, surroundings) : undefined);
        return address === undefined ? text : `${space}${key}="${address}"`;
      },
    );
    // What scripts link to is on the hosted site.
    const site = name === 'html' ? ` data-site="${surroundings.address}"` : '';
    return `<${name}${moved}${site}${end}`;
  });
}

function relocateLink(attributes: string, surroundings: Surroundings): string {
  let leadsAway = false;
  const moved = attributes.replace(attribute, (text, space: string, key: string, value: string) => {
    if (key !== 'href') return text;
    const address =
      localAddress(value, surroundings) ?? hostedAddress(value, surroundings) ?? value;
    leadsAway = otherHost.test(address);
    return `${space}href="${address}"`;
  });
  return leadsAway && !/ target=/.test(moved) ? `${moved} target="_blank" rel="noopener"` : moved;
}

/** Addresses among the texts of a figure's data. A text that only looks like one is left as it is. */
function relocateData(data: string, quote: string, surroundings: Surroundings): string {
  const text = new RegExp(`${quote}(/[^"&\\s\\\\]+)${quote}`, 'g');
  return data.replace(text, (whole, value: string) => {
    const file = fileAt(value, surroundings);
    const isPage = /^[\w-]+\/([\w-]+\/)?index\.html$/.test(file?.path ?? '');
    const local = localAddress(value, surroundings);
    const address = local ?? (isPage ? hostedAddress(value, surroundings) : undefined);
    return address === undefined ? whole : quote + address + quote;
  });
}

/** A file of the package as seen from the page, or undefined for what is not in it. */
function localAddress(address: string, surroundings: Surroundings): string | undefined {
  const file = fileAt(address, surroundings);
  if (!file || !surroundings.included.has(file.path)) return undefined;
  return relativeTo(surroundings.path, file.path) + file.rest;
}

/** An address of the site on its host, or undefined for what is not the site's. */
function hostedAddress(address: string, { base, address: host }: Surroundings) {
  return isOfSite(address, base) ? host + address.slice(base.length) : undefined;
}

/** The file that an address of the site stands for, and what follows it. */
function fileAt(address: string, { base }: Surroundings) {
  if (!isOfSite(address, base)) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length))!;
  return { path: path === '' || path.endsWith('/') ? `${path}index.html` : path, rest };
}

const isOfSite = (address: string, base: string) =>
  address.startsWith(base) && !address.startsWith('//');

/** The way from one file to another: `./_astro/a.js`, `../../icon.svg`. Modules want the dot at its beginning. */
function relativeTo(from: string, to: string): string {
  const up = from.split('/').length - 1;
  return (up === 0 ? './' : '../'.repeat(up)) + to;
}

/** The page without the elements that have no place in a frame. */
function withoutOutsideShell(html: string): string {
  const found = outsideShell.exec(html);
  if (!found) return html;
  const [open, name] = found;
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])[^>]*>`, 'gi');
  tags.lastIndex = found.index + open.length;
  for (let depth = 1; depth > 0;) {
    const tag = tags.exec(html);
    if (!tag) throw new Error(`${open} is not closed.`);
    depth += tag[1] ? -1 : 1;
  }
  return withoutOutsideShell(html.slice(0, found.index) + html.slice(tags.lastIndex));
}

/** How a content security policy names a script or style by its text. */
async function policySource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
