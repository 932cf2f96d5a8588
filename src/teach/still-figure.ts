/** Markup that the site has just rendered: every element is closed, every attribute quoted. */
type Markup = string;

/** A figure as it can be printed: a picture that nothing moves, and what was asked before it. */
export interface StillFigure {
  /** The question of the figure, in markup without tags. */
  question: Markup;
  /** What its usual state shows, in one sentence. */
  finding: Markup;
  /** What to predict, with boxes and blanks in place of its controls; empty where nothing is asked. */
  prediction: Markup;
  /** The figure under its question, without any control. */
  picture: Markup;
  /** How well founded its numbers are, and where they come from. */
  caption: Markup;
  /** Rows of its table that the picture leaves out, because paper has no room for so many; else 0. */
  rowsLeftOut: number;
}

/** So many rows fit on less than a page. */
const mostRows = 24;

const tag = /<(\/?)([a-z][\w:-]*)((?:"[^"]*"|[^">])*?)(\/?)>/gi;
const empty = /^(area|br|col|hr|img|input|link|meta|source|wbr)$/i;

interface Found {
  start: number;
  /** Behind its opening tag. */
  inside: number;
  /** Before its closing tag. */
  insideEnd: number;
  end: number;
}

type Wanted = (name: string, attributes: string) => boolean;

/** Elements that are wanted, outermost ones only, in their order. */
function elements(html: Markup, wanted: Wanted): Found[] {
  const found: Found[] = [];
  let open: { start: number; inside: number; depth: number } | undefined;
  for (const match of html.matchAll(tag)) {
    const [text, closing, name = '', attributes = '', selfClosing] = match;
    const end = match.index + text.length;
    const alone = Boolean(selfClosing) || empty.test(name);
    if (open) {
      if (!alone) open.depth += closing ? -1 : 1;
      if (open.depth > 0) continue;
      found.push({ start: open.start, inside: open.inside, insideEnd: match.index, end });
      open = undefined;
    } else if (!closing && wanted(name, attributes)) {
      if (alone) found.push({ start: match.index, inside: end, insideEnd: end, end });
      else open = { start: match.index, inside: end, depth: 1 };
    }
  }
  return found;
}

/** The markup with each wanted element replaced. */
function replaced(html: Markup, wanted: Wanted, by: (whole: Markup) => Markup): Markup {
  let end = 0;
  let text = '';
  for (const found of elements(html, wanted)) {
    text += html.slice(end, found.start) + by(html.slice(found.start, found.end));
    end = found.end;
  }
  return text + html.slice(end);
}

const without = (html: Markup, wanted: Wanted) => replaced(html, wanted, () => '');

/** What the first wanted element holds, or nothing. */
function inner(html: Markup, wanted: Wanted): Markup {
  const [first] = elements(html, wanted);
  return first ? html.slice(first.inside, first.insideEnd) : '';
}

const classed =
  (...names: string[]): Wanted =>
  (_, attributes) => {
    const classes = / class="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
    return names.some((name) => classes.includes(name));
  };
const named =
  (...names: string[]): Wanted =>
  (name) =>
    names.includes(name);

/** Names and references of a figure get a prefix, so that several can stand on one page. */
function renamed(html: Markup, prefix: string): Markup {
  const own = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
  const prefixed = (id: string) => (own.has(id) ? `${prefix}-${id}` : id);
  return html
    .replace(
      / (id|for|headers|aria-(?:labelledby|describedby|controls|owns))="([^"]+)"/g,
      (_, name: string, ids: string) => ` ${name}="${ids.split(' ').map(prefixed).join(' ')}"`,
    )
    .replace(/ href="#([^"]+)"/g, (_, id: string) => ` href="#${prefixed(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${prefixed(id)})`);
}

/** A prediction for pen and paper: a box for each choice, a blank with its unit for each slider. */
function onPaper(fieldset: Markup): Markup {
  const quiet = without(fieldset, classed('ends'));
  const blanks = replaced(quiet, named('output'), (whole) => {
    const unit = /^[\d.,\s]+(.*)$/s.exec(inner(whole, named('output')).trim())?.[1] ?? '';
    return `<span class="blank"></span> ${unit}`;
  });
  const boxes = replaced(blanks, named('input'), (whole) =>
    / type="(?:radio|checkbox)"/.test(whole) ? '<span class="tick"></span>' : '',
  );
  // Nothing is left that a label or a legend could name.
  return replaced(
    boxes,
    named('label'),
    (whole) => `<span class="choice">${inner(whole, named('label'))}</span>`,
  )
    .replace(/<(\/?)legend\b/g, '<$1p')
    .replace(/<(\/?)fieldset\b/g, '<$1div');
}

/**
 * Takes a figure, as the site renders it for readers without a script, apart for paper.
 *
 * @param html what its component rendered; whatever stands around the figure is left out
 * @param prefix put before every id
 * @throws when there is no figure in it
 */
export function stillFigure(html: Markup, prefix: string): StillFigure {
  const [found] = elements(html.replace(/<!--.*?-->/gs, ''), named('figure'));
  if (!found) throw new Error('The markup holds no figure.');
  const figure = renamed(html.replace(/<!--.*?-->/gs, '').slice(found.start, found.end), prefix);
  const title = inner(figure, classed('title'));
  const question = inner(title, classed('needs-script')).trim();
  const finding = inner(title, classed('outcome')).trim();
  const fieldset = inner(inner(figure, classed('prediction')), named('fieldset'));
  const table = inner(figure, classed('table'));
  const rows = Math.max(0, (table.match(/<tr\b/g)?.length ?? 0) - 1);
  const long = rows > mostRows;
  const asked = replaced(figure, classed('title'), (whole) =>
    whole.replace(title, () => question || finding),
  );
  const bare = [
    classed('needs-script', 'no-print', 'without-script'),
    (_: string, attributes: string) => / aria-live=| role="status"/.test(attributes),
    named('input', 'select', 'textarea'),
    ...(long ? [classed('table')] : []),
  ].reduce(without, asked);
  const open = without(bare, named('summary'))
    .replace(/<details\b((?:"[^"]*"|[^">])*)>/g, (_, attributes: string) => {
      return `<div${attributes.replace(/ open(?:="")?(?= |$)/, '')}>`;
    })
    .replace(/<\/details>/g, '</div>');
  // A button that cannot be pressed yet is a word that opens: the word stays.
  const picture = replaced(open, named('button'), (whole) =>
    /^<[^>]* disabled\b/.test(whole)
      ? `<span class="word">${inner(whole, named('button'))}</span>`
      : '',
  );
  return {
    question,
    finding,
    prediction: fieldset && onPaper(fieldset),
    picture: picture
      .replace(/ data-figure="[^"]*"/, '')
      .replace(/(<figure[^>]* class="[^"]*)\bawaiting\b/, '$1')
      // A wide table scrolls on a narrow screen, by the keyboard too.
      .replace(tag, (text) =>
        /\bscroll-x\b/.test(text) ? text : text.replace(/ tabindex="[^"]*"/, ''),
      ),
    caption: inner(inner(picture, named('figcaption')), named('p')),
    rowsLeftOut: long ? rows : 0,
  };
}
