import type { Page } from '@playwright/test';

/** A node of the browser's accessibility tree, as much of it as the rules need. */
interface TreeNode {
  nodeId: string;
  /** The element it stands for. */
  backendDOMNodeId?: number;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** What is operated, and what is a picture: each has to say what it is. */
const controls = new Set(
  `button checkbox combobox ComboBoxGrouping DisclosureTriangle gridcell link listbox menuitem option radio
   searchbox slider spinbutton switch tab textbox treeitem`.split(/\s+/),
);
const pictures = new Set([
  'image',
  'img',
  'graphics-document',
  'graphics-symbol',
  'SvgRoot',
  'meter',
]);
/** Of each of these a page has one; a figure to embed is a page without head and foot. */
const single = ['main', 'banner', 'contentinfo'];
/** Where a page has several of these, each has a name of its own. */
const repeated = new Set(['navigation', 'region', 'complementary', 'search', 'figure']);

/** What a link leads to or a list offers may be called like a path: `Africa/Abidjan`. */
const proper = new Set(['link', 'option']);
/** A file or a path is no name that one could say: `src/models/cue-model.ts`, `/icons/a.svg`. */
const path = /^\S*\/\S*$|^\S+\.(?:astro|csv|js|json|png|svelte|svg|ts|yaml)$/;

/**
 * What a screen reader would be given wrongly: controls and pictures without a name, or with one that
 * is a path or holds no letter and no digit; headings that leave out a level; landmarks twice or
 * without a name; figures without a heading.
 *
 * The tree is the browser's own, so names are computed as they are for a screen reader.
 */
export async function textTreeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = (node: TreeNode) => node.role?.value ?? '';
  const nameOf = (node: TreeNode) => (node.name?.value ?? '').trim();

  function* below(node: TreeNode): Generator<TreeNode> {
    if (!node.ignored) yield node;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) yield* below(child);
    }
  }
  const tree = [...below(nodes[0]!)];
  const faults: string[] = [];

  let level = 0;
  const named = new Map<string, string[]>();
  for (const node of tree) {
    const role = roleOf(node);
    const name = nameOf(node);
    if (controls.has(role) || pictures.has(role)) {
      if (!/[\p{L}\p{N}]/u.test(name)) faults.push(`${role} without a name: “${name}”`);
      else if (!proper.has(role) && path.test(name)) faults.push(`${role} is called “${name}”`);
    }
    if (role === 'heading') {
      const next = Number(node.properties?.find((each) => each.name === 'level')?.value.value);
      if (next > level + 1) faults.push(`heading ${next} “${name}” comes after ${level}`);
      if (!name) faults.push(`heading ${next} is empty`);
      level = next;
    }
    if (single.includes(role) || repeated.has(role)) {
      named.set(role, [...(named.get(role) ?? []), name]);
    }
    if (role === 'table') {
      const roles = new Set([...below(node)].map(roleOf));
      if (!roles.has('columnheader') && !roles.has('rowheader')) {
        faults.push(`table “${name}” has no heads`);
      }
    }
    if (role === 'figure' && ![...below(node)].some((part) => roleOf(part) === 'heading')) {
      faults.push(`figure “${name}” has no heading`);
    }
  }
  const isBare = (await page.locator('html[data-bare]').count()) > 0;
  for (const role of isBare ? single.slice(0, 1) : single) {
    const count = named.get(role)?.length ?? 0;
    if (count !== 1) faults.push(`${count} × ${role}`);
  }
  for (const role of repeated) {
    const names = named.get(role) ?? [];
    if (names.length > 1 && new Set(names).size < names.length) {
      faults.push(`${role}: names that are missing or not their own: ${names.join(' | ')}`);
    }
  }
  return faults;
}

/**
 * The words that stand on a control or on its label for those who see it: without what is there for ears alone.
 * What somebody wrote or could choose is no label, nor is what a picture says.
 */
function wordsOn(element: Element): string {
  const [label] = (element as HTMLInputElement).labels ?? [];
  const isField = element.matches('input, select, textarea');
  if (!element.checkVisibility() || (isField && !label)) return '';
  const walker = document.createTreeWalker(label ?? element, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) {
    const place = walker.currentNode.parentElement!;
    const isUnseen = place.closest('.visually-hidden, svg, select, textarea');
    if (place.checkVisibility({ visibilityProperty: true }) && !isUnseen) {
      words.push(walker.currentNode.textContent ?? '');
    }
  }
  return words.join(' ');
}

/** What is pressed or filled in; a frame that scrolls has a name, and words of its own in it. */
const pressed = 'a[href], button, input, select, summary, textarea, [role=button], [role=slider]';

/** Letters and digits alone: signs are not spoken, and browsers differ in the spaces that they put between parts of a name. */
const spoken = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Controls whose name leaves out the words that stand on them: whoever speaks to the browser says what they
 * see, and would not be understood.
 *
 * @see https://www.w3.org/TR/WCAG22/#label-in-name
 */
export async function labelFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] };
  const nameOf = new Map(
    nodes.map(({ backendDOMNodeId, name }) => [backendDOMNodeId, name?.value ?? '']),
  );
  const all = await session.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('${pressed}')]`,
  });
  const words = await session.send('Runtime.callFunctionOn', {
    objectId: all.result.objectId!,
    functionDeclaration: `function () { return this.map(${wordsOn}); }`,
    returnByValue: true,
  });
  const { result } = await session.send('Runtime.getProperties', {
    objectId: all.result.objectId!,
    ownProperties: true,
  });
  const faults = await Promise.all(
    (words.result.value as string[]).map(async (seen, index) => {
      if (!spoken(seen)) return [];
      const { objectId } = result.find(({ name }) => name === String(index))!.value!;
      const { node } = await session.send('DOM.describeNode', { objectId: objectId! });
      const name = nameOf.get(node.backendNodeId);
      // What is in no tree is nobody's to name: axe asks for what it hides.
      if (name === undefined || spoken(name).includes(spoken(seen))) return [];
      return [`“${seen.replace(/\s+/g, ' ').trim()}” is called “${name}”`];
    }),
  );
  await session.detach();
  return faults.flat();
}

/** Figures without a caption, a table with heads or a sentence on their state, or that would speak with more than one voice when it changes. */
export function figureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('figure[data-figure]')].flatMap((figure) => {
      const sentence = figure.querySelector('details.table > p')?.textContent?.trim() ?? '';
      const parts = ['figcaption', 'details.table th[scope=col]', 'details.table th[scope=row]'];
      const announcers = figure.querySelectorAll(':scope > [aria-live]').length;
      const shouting = [...figure.querySelectorAll('[aria-live=assertive], [role=alert]')];
      return [
        ...parts.flatMap((part) =>
          figure.querySelector(part) ? [] : [`${figure.id}: no ${part}`],
        ),
        ...(/\w.*[.!?]$/s.test(sentence)
          ? []
          : [`${figure.id}: no sentence on its state: “${sentence}”`]),
        ...(announcers === 1 ? [] : [`${figure.id}: ${announcers} regions announce its state`]),
        ...(shouting.some((each) => each.textContent?.trim())
          ? [`${figure.id}: interrupts at rest`]
          : []),
      ];
    }),
  );
}
