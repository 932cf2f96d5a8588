/** Says at each quick check how the reader answered it last. Nothing is chosen for them. */
import { lastAnswers } from '../../learning/progress.ts';
import { readable } from '../../learning/record-schema.ts';
import { standing } from '../../learning/record.ts';
import { readRecord } from '../../learning/store.ts';
import { toldEvent, type Told } from '../../learning/tell.ts';

export async function markAnswered(): Promise<void> {
  const { record } = readable(await readRecord());
  const last = lastAnswers(standing(record.events));
  document.addEventListener(toldEvent, (event) => {
    const { detail } = event as CustomEvent<Told>;
    if (detail.kind !== 'answered') return;
    last.set(detail.check, detail.right);
    show(last);
  });
  show(last);
}

function show(last: Map<string, boolean>): void {
  for (const check of document.querySelectorAll<HTMLElement>('quick-check')) {
    const right = last.get(check.dataset['check']!);
    // A review asks anew, and would be told the answer's worth.
    if (right === undefined || check.closest('[data-review]')) continue;
    const line = check.querySelector<HTMLElement>('.before')!;
    line.textContent = line.dataset[right ? 'right' : 'wrong']!;
  }
}
