/**
 * Hears what a reader does on a page and hands it on to be kept. The keeping itself is fetched when there
 * is something to keep, so that a page opens without it.
 */
import { toldEvent, type Told } from '../../learning/tell.ts';
import type { Deed } from '../../learning/record.ts';

const waiting: Deed[] = [];
const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset['lesson'];

async function handOn(deed: Deed): Promise<void> {
  waiting.push(deed);
  try {
    const { keep } = await import('./keep-learning.ts');
    keep(waiting.splice(0));
  } catch {
    // The part that keeps did not arrive. What was done stays here and goes with the next deed.
  }
}

document.addEventListener(toldEvent, (event) => {
  const { target, detail } = event as CustomEvent<Told>;
  const figure = (target as Element).closest('[data-figure]')?.id;
  if (detail.kind === 'predicted') {
    if (!lesson || !figure) return;
    void handOn({ ...detail, lesson, figure });
  } else if (detail.kind === 'answered' || detail.kind === 'withdrawn') void handOn(detail);
});

if (lesson) {
  const tried = new Set<string>();
  const hear = ({ target }: Event) => {
    const part = (target as Element).closest('[data-figure] .controls, [data-figure] .picture');
    const figure = part?.closest('[data-figure]')?.id;
    if (!figure || tried.has(figure)) return;
    tried.add(figure);
    void handOn({ kind: 'tried', lesson, figure });
  };
  for (const type of ['input', 'click']) document.addEventListener(type, hear);

  const end = document.querySelector('[data-lesson-end]');
  if (end) {
    const watcher = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return;
      watcher.disconnect();
      void handOn({ kind: 'read', lesson });
    });
    watcher.observe(end);
  }
}
