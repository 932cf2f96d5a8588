/**
 * Puts the sheets of an assignment together: the parts of each lesson are taken from the page of its own
 * sheet, with the styles of that page, so that there is one place where a sheet is written.
 */
import { fill } from '../../lib/fill.ts';
import { addressedAssignment } from '../../learning/addressed-assignment.ts';
import { fitToCourse, readAssignment, type AssignmentCourse } from '../../learning/assignment.ts';

interface FetchedSheet {
  sheet: HTMLElement;
  styles: CSSStyleSheet[];
}

const root = document.getElementById('assignment-sheets')!;
const words = root.dataset as Record<string, string>;
const course = JSON.parse(words['course']!) as AssignmentCourse;
const status = root.querySelector('[role=status]')!;
const part = (name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
let taken: CSSStyleSheet[] = [];
let latest = 0;
/** What the address held, as it came. */
let fragment: string | undefined;
/** The page's policy lets no text become markup but through this, and it is given pages of this site only. */
const sheets = window.trustedTypes?.createPolicy('unwatched-sheets', {
  createHTML: (text) => text,
});

async function fetchSheet(lesson: string): Promise<FetchedSheet> {
  const answer = await fetch(words['sheetOf']!.replace('LESSON', lesson));
  if (!answer.ok) throw new Error(`The sheet of ${lesson} did not arrive.`);
  const styles: CSSStyleSheet[] = [];
  // This page's policy covers what is parsed here, and refuses the styles of another page as elements.
  const html = (await answer.text()).replace(/<style[^>]*>([^]*?)<\/style>/g, (_, css: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    styles.push(sheet);
    return '';
  });
  const page = new DOMParser().parseFromString(sheets?.createHTML(html) ?? html, 'text/html');
  return { sheet: document.adoptNode(page.querySelector<HTMLElement>('[data-sheet]')!), styles };
}

/** Shows a part only where it holds something. */
const show = (element: HTMLElement, shown: boolean) => (element.hidden = !shown);

async function compose(): Promise<void> {
  const addressed = addressedAssignment(fragment);
  if (addressed !== undefined && addressed === fragment) return;
  fragment = addressed;
  const turn = ++latest;
  const reading = fragment === undefined ? undefined : readAssignment(fragment);
  for (const old of root.querySelectorAll('[data-sheet]')) old.remove();
  for (const name of ['front', 'checks', 'questions']) show(part(name), false);
  if (!reading) {
    status.textContent = words['missing']!;
    return;
  }
  status.textContent = words['loading']!;
  const { assignment, unread, cut } = fitToCourse(reading, course);
  const lessonOf = (check: string) => check.split('/')[0]!;
  const needed = [...new Set([...assignment.lessons, ...assignment.checks.map(lessonOf)])];
  const outcomes = await Promise.allSettled(needed.map(fetchSheet));
  if (turn !== latest) return;
  const fetched = new Map<string, FetchedSheet>();
  const failed: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') fetched.set(needed[index]!, outcome.value);
    else failed.push(needed[index]!);
  }
  // The choice of paper is among the page's own.
  const own = document.adoptedStyleSheets.filter((sheet) => !taken.includes(sheet));
  taken = [...fetched.values()].flatMap(({ styles }) => styles);
  document.adoptedStyleSheets = [...taken, ...own];

  const front = part('front');
  front.querySelector('[data-title]')!.textContent = assignment.title || words['untitled']!;
  front.querySelector('[data-instructions]')!.textContent = assignment.instructions;
  const due = front.querySelector<HTMLElement>('[data-due-date]')!;
  show(due, assignment.due !== undefined);
  if (assignment.due) {
    const date = new Intl.DateTimeFormat(words['locale'], {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
      timeZone: assignment.due.zone,
    } as Intl.DateTimeFormatOptions).format(assignment.due.at);
    due.textContent = fill(words['due']!, { date });
  }
  show(front.querySelector('[data-settings]')!, assignment.figures.length > 0);
  show(front, true);

  // Checks first: a sheet that is shown whole keeps its own.
  const single = assignment.checks.flatMap((id) => {
    if (assignment.lessons.includes(lessonOf(id))) return [];
    const found = fetched
      .get(lessonOf(id))
      ?.sheet.querySelector(`[data-check="${CSS.escape(id)}"]`);
    return found ? [found] : [];
  });
  part('checks')
    .querySelector('[data-checks]')!
    .replaceChildren(...single);
  show(part('checks'), single.length > 0);
  part('checks').before(
    ...assignment.lessons.flatMap((lesson) => fetched.get(lesson)?.sheet ?? []),
  );
  for (const question of root.querySelectorAll<HTMLElement>('[data-question]')) {
    show(question, assignment.questions.includes(question.dataset['question']!));
  }
  show(part('questions'), assignment.questions.length > 0);

  status.textContent = [
    failed.length > 0 ? fill(words['failed']!, { names: failed.join(', ') }) : '',
    unread.length > 0 ? fill(words['unread']!, { parts: unread.join(', ') }) : '',
    cut ? words['cut']! : '',
  ]
    .filter(Boolean)
    .join(' ');
}

window.addEventListener('hashchange', () => void compose());
void compose();
