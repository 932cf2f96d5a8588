import type { Locator, Page } from '@playwright/test';

/** More stops than any page has. */
const mostStops = 400;

/**
 * Where a figure lies at hand, Tab goes on from its beginning, unless the way on from the present focus
 * is shorter. That Tab reaches every figure from the top of its page is a test of its own.
 */
function startAtFigure(target: Element): void {
  const figure = target.closest<HTMLElement>('figure[data-figure]');
  const focus = document.activeElement;
  if (!figure || focus === target) return;
  const isAhead = focus && focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (figure.contains(focus) && isAhead) return;
  figure.tabIndex = -1;
  figure.focus({ preventScroll: true });
  figure.removeAttribute('tabindex');
}

/**
 * Presses Tab until an element has the focus, as a reader without a mouse would.
 *
 * @throws {Error} when the whole page has gone by without it.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.evaluate(startAtFigure);
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}.`);
}

/** Goes to an element by Tab and presses a key there, once or more. */
export async function pressOn(page: Page, target: Locator, key: string, times = 1): Promise<void> {
  await tabTo(page, target);
  for (let press = 0; press < times; press += 1) await page.keyboard.press(key);
}

/** Everything that can be operated. Of a group of radio buttons, Tab reaches one. */
export const operable = 'a[href], button:enabled, input, select, summary, textarea, [tabindex="0"]';

/** In lists of hundreds of entries that are alike, the first stand for all. */
const enoughStops = 120;

/**
 * Presses Tab from the top of the page until everything that can be operated should have been reached.
 *
 * @returns what was not reached, and where the focus could not be seen: without an outline of two
 *   pixels, out of the window, or under something that lies on top
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const stops = await page.evaluate(
    ([selector, most]) => {
      scrollTo(0, 0);
      // Tab goes on from the last focus, even where that is gone. So the page itself takes it first.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
      const groups = new Map<string, number>();
      const words: string[] = [];
      const stopOf = new Map<Element, number>();
      const add = (element: Element) =>
        stopOf.set(element, words.push(element.outerHTML.slice(0, 120)) - 1);
      for (const element of document.querySelectorAll<HTMLInputElement>(selector)) {
        if (!element.checkVisibility()) continue;
        const group = element.type === 'radio' ? element.name : '';
        if (!group) add(element);
        else if (groups.has(group)) stopOf.set(element, groups.get(group)!);
        else groups.set(group, add(element).get(element)!);
      }

      /** Why a reader would not see that an element has the focus; nothing where they would. */
      function hiddenBy(element: HTMLElement): string {
        const label = element.closest('label') ?? element;
        const marked = [element, label].some((shown) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(shown);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        // Of a date, the browser itself marks the part that has the focus.
        const isDate = /^date/.test((element as HTMLInputElement).type);
        if (!marked && !isDate) return 'no outline';
        const [box] = element.getClientRects();
        if (!box) return 'no box';
        const left = Math.max(box.left, 0);
        const right = Math.min(box.right, innerWidth);
        const top = Math.max(box.top, 0);
        const bottom = Math.min(box.bottom, innerHeight);
        if (right <= left || bottom <= top) return 'out of the window';
        const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
        const seen = places.some(([x, y]) => {
          const hit = document.elementFromPoint(
            left + x * (right - left),
            top + y * (bottom - top),
          );
          return hit && (element.contains(hit) || hit.contains(element) || label.contains(hit));
        });
        return seen ? '' : 'covered';
      }

      const reached = new Map<number, string>();
      // Where the focus is when the next key comes: by then the page has scrolled to it.
      const look = () => {
        const element = document.activeElement as HTMLElement;
        const stop = stopOf.get(element);
        if (stop !== undefined) reached.set(stop, hiddenBy(element));
      };
      addEventListener('keydown', look, { capture: true });
      Object.assign(window, {
        endOfTabbing: () => {
          look();
          removeEventListener('keydown', look, { capture: true });
          // The skip link would lie on the header as long as it has the focus.
          (document.activeElement as HTMLElement).blur();
          return words.slice(0, most).flatMap((word, stop) => {
            const fault = reached.has(stop) ? reached.get(stop) : 'not reached';
            return fault ? [`${fault}: ${word}`] : [];
          });
        },
      });
      // Tab stops at each part of a date and at its calendar.
      const dates = document.querySelectorAll('[type^=date]').length;
      return Math.min(words.length, most) + 6 * dates;
    },
    [operable, enoughStops] as const,
  );
  // Beyond the last stop the browser takes over, and then the page begins anew.
  for (let stop = 0; stop < stops + 2; stop += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => (Reflect.get(window, 'endOfTabbing') as () => string[])());
}
