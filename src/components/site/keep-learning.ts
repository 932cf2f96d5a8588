/** Keeps what was done on this page, and says so where the browser will not. */
import { keeper, type KeepingState } from '../../learning/keeper.ts';
import { shellOrigin } from '../../learning/in-shell.ts';
import type { Deed } from '../../learning/record.ts';
import type { TakenBack } from '../../learning/tell.ts';
import { saveText } from '../../lib/save-file.ts';
import { wholePage } from '../../lib/whole-page.ts';

export function keep(deeds: (Deed | TakenBack)[]): void {
  for (const deed of deeds) {
    if (deed.kind === 'takenBack') keeper().takeBack(deed.check, deed.tries);
    else keeper().add(deed);
  }
  askToStay(deeds);
}

/** Asks the browser not to clear the record by itself, once there is something in it that took work. */
function askToStay(deeds: (Deed | TakenBack)[]): void {
  // In a course system's frame nothing is kept by the browser.
  if (shellOrigin() !== undefined) return;
  const worked = deeds.some(({ kind }) => kind === 'answered' || kind === 'predicted');
  if (worked) void navigator.storage?.persist?.().catch(() => false);
}

const troubles: KeepingState[] = ['full', 'blocked', 'newer', 'replaced', 'broken'];

function show(notice: HTMLElement): void {
  const { state } = keeper();
  const trouble = troubles.includes(state);
  // While it is being tried again, the notice stays as it is.
  if (state === 'keeping' && !notice.hidden) return;
  notice.hidden = !trouble;
  for (const part of notice.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = !part.dataset['when']!.split(' ').includes(state);
  }
}

function act({ target }: Event): void {
  const wanted = (target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
  if (wanted === 'retry') void keeper().retry();
  if (wanted === 'adopt') void keeper().keepInPresentRecord();
  if (wanted === 'drop') keeper().letGo();
  if (wanted === 'reload') location.reload();
  if (wanted === 'export') void exportOwn();
}

async function exportOwn(): Promise<void> {
  const { writeRecordFile } = await import('../../learning/record-file.ts');
  const text = writeRecordFile(keeper().ownDeeds);
  saveText('unwatched-this-page.json', 'application/json', text);
}

void wholePage().then(() => {
  const notice = document.getElementById('keeping')!;
  notice.addEventListener('click', act);
  keeper().listen(() => show(notice));
  show(notice);
});
