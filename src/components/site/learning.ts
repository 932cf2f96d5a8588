/**
 * Hears what a reader does on a page and hands it on to be kept. The keeping itself is fetched when there
 * is something to keep, so that a page opens without it.
 */
import { toldEvent, type TakenBack, type Told } from '../../learning/tell.ts';
import type { Deed } from '../../learning/record.ts';

const waiting: (Deed | TakenBack)[] = [];

const notice = (): HTMLElement => document.getElementById('keeping')!;
const lessonOfPage = (): string | undefined =>
  document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'];

/** Hands on what waits. Where the part that keeps does not arrive, it goes on waiting and the page says so. */
async function handOnWaiting(): Promise<void> {
  try {
    const { keep } = await import('./keep-learning.ts');
    keep(waiting.splice(0));
  } catch {
    notice().hidden = false;
    for (const part of notice().querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = part.dataset['when'] !== 'missing';
    }
  }
}

function handOn(deed: Deed | TakenBack): void {
  waiting.push(deed);
  void handOnWaiting();
}

/** Hears what parts of the page tell. On a slow line a figure may be at work before its page is whole. */
export function hearParts(): void {
  document.addEventListener(toldEvent, (event) => {
    const { target, detail } = event as CustomEvent<Told | TakenBack>;
    if (detail.kind === 'answered' || detail.kind === 'takenBack') handOn(detail);
    if (detail.kind !== 'predicted') return;
    const lesson = lessonOfPage();
    const figure = (target as Element).closest('[data-figure]')?.id;
    if (lesson && figure) handOn({ ...detail, lesson, figure });
  });
}

/** Notices what is read and tried, once the page is whole. */
export function noticeReading(): void {
  notice()
    .querySelector('[data-act=fetch]')!
    .addEventListener('click', () => void handOnWaiting());

  const lesson = lessonOfPage();
  if (!lesson) return;
  const tried = new Set<string>();
  const hear = ({ target }: Event) => {
    const part = (target as Element).closest('[data-figure] .controls, [data-figure] .picture');
    const figure = part?.closest('[data-figure]')?.id;
    if (!figure || tried.has(figure)) return;
    tried.add(figure);
    handOn({ kind: 'tried', lesson, figure });
  };
  for (const type of ['input', 'click']) document.addEventListener(type, hear);

  const end = document.querySelector('[data-lesson-end]');
  if (!end) return;
  const watcher = new IntersectionObserver(([seen]) => {
    if (!seen?.isIntersecting) return;
    watcher.disconnect();
    handOn({ kind: 'read', lesson });
  });
  watcher.observe(end);
}
