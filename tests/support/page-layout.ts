import type { Page } from '@playwright/test';
import { operable } from './keyboard.ts';

/** What a reader would have to scroll sideways for, or could not get at; on paper nothing scrolls at all. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const onPaper = matchMedia('print').matches;
    const found = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} px`] : [];
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
      const said = `${element.tagName} “${element.textContent?.trim().slice(0, 40)}”`;
      if (
        onPaper &&
        element.matches('.scroll-x') &&
        element.scrollWidth > element.clientWidth + 1
      ) {
        found.push(`${said}, ${element.scrollWidth} in ${element.clientWidth} px`);
      }
      // Of a picture, the whole and its words count.
      if (element.parentElement?.closest('svg') && element.localName !== 'text') continue;
      const { left, right, width } = element.getBoundingClientRect();
      // What is wide scrolls in a frame of its own, where it can be scrolled to from end to end.
      const frame = element.parentElement?.closest('.scroll-x');
      const scrolls = frame && getComputedStyle(frame).overflowX === 'auto';
      const start = scrolls ? frame.getBoundingClientRect().left - frame.scrollLeft : 0;
      const end = scrolls ? start + frame.scrollWidth : root.clientWidth;
      if (width > 0 && (right > end + 1 || left < start - 1))
        found.push(`${said} from ${left} to ${right}, of ${start} to ${end}`);
    }
    return found;
  });
}

/**
 * Sets lines, letters and words as far apart as a page has to bear.
 *
 * @see https://www.w3.org/TR/WCAG22/#text-spacing
 * @returns what takes it away again
 */
export async function spaceOut(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // A sheet of the document's own passes the content security policy, as a reader's would.
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  return () =>
    page.evaluate(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });
}

/** Boxes that hide a part of their words. */
export function hiddenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    /** There for ears alone: by its class, or as the heads of a table whose rows are blocks. */
    const isUnseen = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement));
    const found: string[] = [];
    for (const element of document.querySelectorAll('main *, header *, footer *')) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
      if (!element.textContent?.trim() || isUnseen(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const isWide = hides(overflowX) && scrollWidth > clientWidth + 1;
      const isHigh = hides(overflowY) && scrollHeight > clientHeight + 1;
      if (isWide || isHigh) {
        const sizes = `${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`;
        found.push(`${element.tagName}.${element.className}: ${sizes}`);
      }
    }
    return found;
  });
}

/** What cannot be pressed on paper. A term of a scratchpad, a name and a head that sorts are words there. */
export function controlsOnPaper(page: Page): Promise<string[]> {
  return page
    .locator('button:not(.term, .named, th *), input, select, textarea')
    .filter({ visible: true })
    .evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 120)));
}

/** Hatching whose lines have the colour of what is between them: deployment would look like training. */
export function plainHatching(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg pattern')].flatMap(({ id, children }) => {
      const fills = new Set([...children].map((part) => getComputedStyle(part).fill));
      return children.length > 1 && fills.size < 2 ? [id] : [];
    }),
  );
}

/** Targets of less than 24 by 24 CSS pixels. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!element.checkVisibility() || element.matches('.skip-link')) continue;
      // A link in a sentence is as high as its line.
      if (getComputedStyle(element).display === 'inline') continue;
      const target = element.closest('label') ?? element;
      const { width, height } = target.getBoundingClientRect();
      if (width < 24 || height < 24) {
        found.push(`${width} × ${height}: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return found;
  }, operable);
}

/** Words in figures that are drawn smaller than twelve pixels, whatever a picture is scaled by. */
export function smallWords(page: Page): Promise<string[]> {
  return page.locator('figure[data-figure]').evaluateAll((figures) => {
    const found = new Map<string, string>();
    for (const figure of figures) {
      const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const words = walker.currentNode.textContent?.trim();
        if (
          !words ||
          !element?.checkVisibility() ||
          element.closest('.visually-hidden, title, desc')
        )
          continue;
        const scale = element instanceof SVGGraphicsElement ? element.getScreenCTM()!.a : 1;
        const size = parseFloat(getComputedStyle(element).fontSize) * scale;
        // A hair below is a matter of rounding.
        if (size < 11.95)
          found.set(element.className.toString() + size, `“${words.slice(0, 40)}”: ${size} px`);
      }
    }
    return [...found.values()];
  });
}
