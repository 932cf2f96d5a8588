/**
 * The controls of a figure by their accessible names, so that an assignment can leave some of them away.
 * A control is whatever stands in a figure's `.controls` and has a name: a slider, a list, a field, a
 * button, a switch, and a group of these. Controls that are folded away count once they are unfolded.
 */

/** A control as a form lists it. */
export interface Control {
  /** As a screen reader calls it. */
  name: string;
  /** The name as an assignment writes it. */
  slug: string;
}

const single = 'input, select, textarea, button, summary';
const group = 'fieldset, details, [role=group], [role=radiogroup]';
/** What is no part of a control, and must not go with it. */
const content = 'svg, canvas, img, table, ul, ol, [role=img], [role=status]';

/** A name in small letters and digits, with hyphens between its words; empty where it has neither. */
export const controlSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');

/** The controls that a figure shows at this moment, in their order, each name once. */
export function controlsOf(figure: Element): Control[] {
  const bySlug = new Map<string, Control>();
  for (const { name, slug } of namedControls(figure)) {
    if (!bySlug.has(slug)) bySlug.set(slug, { name, slug });
  }
  return [...bySlug.values()];
}

/**
 * Hides the controls with these slugs, and those that come later, such as after a prediction. A control
 * whose name changes, as that of a button which starts and pauses, stays hidden.
 *
 * @returns how to show them again.
 */
export function hideControls(figure: Element, slugs: readonly string[]): () => void {
  const hidden = new Set<HTMLElement | SVGElement>();
  const hide = () => {
    for (const { element, slug } of namedControls(figure)) {
      if (!slugs.includes(slug)) continue;
      for (const part of withLabels(element)) {
        if (hidden.has(part)) continue;
        hidden.add(part);
        part.style.setProperty('display', 'none', 'important');
      }
    }
  };
  const watcher = new MutationObserver((changes) => {
    if (changes.some(concernsControls)) hide();
  });
  watcher.observe(figure, { childList: true, subtree: true });
  hide();
  return () => {
    watcher.disconnect();
    for (const part of hidden) part.style.removeProperty('display');
  };
}

/** Whether a change may have brought a control; a picture that moves changes often, and brings none. */
const concernsControls = ({ target, addedNodes }: MutationRecord) =>
  (target as Element).closest('.controls') !== null ||
  [...addedNodes].some(
    (node) =>
      node.nodeType === Node.ELEMENT_NODE &&
      ((node as Element).matches('.controls') || (node as Element).querySelector('.controls')),
  );

function namedControls(figure: Element): (Control & { element: HTMLElement })[] {
  const selector = [...single.split(', '), ...group.split(', ')]
    .map((one) => `.controls ${one}`)
    .join();
  return [...figure.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
    // What unfolds is called after its summary, and a choice after its group.
    if (
      element.matches('summary, :is(fieldset, [role=group], [role=radiogroup]) input[type=radio]')
    )
      return [];
    const name = nameOf(element);
    const slug = controlSlug(name);
    return slug ? [{ name, slug, element }] : [];
  });
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label) return label.trim();
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labels =
    ids.length > 0
      ? ids.map((id) => element.ownerDocument.getElementById(id))
      : element.matches('fieldset')
        ? [element.querySelector(':scope > legend')]
        : element.matches('details')
          ? [element.querySelector(':scope > summary')]
          : element.matches('button')
            ? [element]
            : [...((element as HTMLInputElement).labels ?? [])];
  const name = labels.map(wordsOf).join(' ').trim();
  // What is folded is often summed up after its name: “More settings (seed 40)”.
  return element.matches('details') ? name.replace(/\s*[(:].*$/s, '') : name;
}

/** The words of a label, without what it says of the present value. */
function wordsOf(label: Element | null): string {
  if (!label) return '';
  const copy = label.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('input, select, textarea, output, small')) part.remove();
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** A control with what stands around it for its sake alone: its label, its value, its explanation. */
function withLabels(control: HTMLElement): HTMLElement[] {
  const controlsIn = (element: Element) =>
    element.querySelectorAll(single).length + (element.matches(single) ? 1 : 0);
  const own = controlsIn(control);
  let whole = control;
  for (
    let parent = control.parentElement;
    parent && !parent.matches('.controls') && parent.closest('.controls');
    parent = parent.parentElement
  ) {
    const foreign = [...parent.querySelectorAll(content)].some((part) => !whole.contains(part));
    if (controlsIn(parent) > own || foreign) break;
    whole = parent;
  }
  const labels = [...((control as HTMLInputElement).labels ?? [])];
  return [whole, ...labels.filter((label) => !whole.contains(label))];
}
