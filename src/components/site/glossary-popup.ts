/** Milliseconds: a pointer that only passes over opens nothing, and may cross to the pop-up and back. */
const beforeOpening = 120;
const beforeClosing = 250;
/** Pixels between the term and the pop-up, and between the pop-up and the edge of the window. */
const apart = 5;

/**
 * Shows the meaning of a term beside it: while it is pointed at or has the focus, and at the first tap.
 * The meaning stands in the title of each term, so that it is there without this script.
 */
export function explainTerms(): void {
  const popup = document.getElementById('term-popup')!;
  const meaning = popup.querySelector('p')!;
  const entry = popup.querySelector('a')!;

  /** The term that the pop-up belongs to, also where Escape has hidden it. */
  let term: HTMLAnchorElement | undefined;
  /** A term that a finger came down on while its meaning was not in sight. */
  let tapped: HTMLAnchorElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const termAt = (target: EventTarget | null) =>
    target instanceof Element
      ? (target.closest<HTMLAnchorElement>('a.term') ?? undefined)
      : undefined;

  function soon(milliseconds: number, act: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  }

  function close(): void {
    clearTimeout(timer);
    popup.hidden = true;
    if (!term) return;
    term.title = meaning.textContent;
    term.removeAttribute('aria-describedby');
    term = undefined;
  }

  function open(next: HTMLAnchorElement): void {
    clearTimeout(timer);
    if (next === term) return;
    close();
    term = next;
    meaning.textContent = next.title;
    entry.href = next.href;
    // The browser would show the title, and a screen reader say it, a second time.
    next.removeAttribute('title');
    next.setAttribute('aria-describedby', meaning.id);
    popup.hidden = false;
    place(next);
  }

  /** Under the term, or above it where there is more room; never over it. */
  function place(beside: Element): void {
    const { top, bottom } = beside.getBoundingClientRect();
    // Of a term broken over two lines, the second part is nearer.
    const { left } = [...beside.getClientRects()].at(-1)!;
    const { offsetWidth, offsetHeight } = popup;
    const above = top - apart - offsetHeight;
    const fits = bottom + apart + offsetHeight <= innerHeight || above < 0;
    const room = document.documentElement.clientWidth - offsetWidth - apart;
    popup.style.top = `${scrollY + (fits ? bottom + apart : above)}px`;
    popup.style.left = `${scrollX + Math.max(apart, Math.min(left, room))}px`;
  }

  function closeUnlessUsed(): void {
    if (!popup.matches(':hover') && term !== document.activeElement) close();
  }

  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const next = termAt(target);
    if (next) soon(beforeOpening, () => open(next));
    else if (popup.contains(target as Element)) clearTimeout(timer);
    else if (term) soon(beforeClosing, closeUnlessUsed);
    else clearTimeout(timer);
  });
  document.addEventListener('focusin', ({ target }) => {
    const next = termAt(target);
    if (next) open(next);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target !== term) return;
    // The focus went on, perhaps to something under the pop-up, or a finger came down on the pop-up.
    if (relatedTarget && !popup.contains(relatedTarget as Element)) close();
    else soon(beforeClosing, closeUnlessUsed);
  });
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    const next = termAt(target);
    tapped = pointerType === 'mouse' || next === term ? undefined : next;
    if (!next && !popup.contains(target as Element)) close();
  });
  document.addEventListener('click', (event) => {
    if (!tapped || termAt(event.target) !== tapped) return;
    event.preventDefault();
    open(tapped);
    tapped = undefined;
  });
  document.addEventListener('keydown', ({ key }) => {
    // The term stays the pop-up's own, so that it does not open again before pointer or focus has left.
    if (key === 'Escape') popup.hidden = true;
  });
}
