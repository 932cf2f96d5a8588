/** Says on the maps how far the reader is, and on the home page where to go on. */
import { isFinished, progressOf, whereToGoOn, type CourseLesson } from '../../learning/progress.ts';
import { onChange } from '../../learning/record-changes.ts';
import { readable } from '../../learning/record-schema.ts';
import { standing } from '../../learning/record.ts';
import { readRecord } from '../../learning/store.ts';
import { fill } from '../../lib/fill.ts';

const stations = [...document.querySelectorAll<HTMLElement>('[data-lesson-mark]')];
const course: CourseLesson[] = stations.map(({ dataset }) => {
  const slug = dataset['lessonMark']!;
  const checks = dataset['checks']?.split(' ') ?? [];
  // Figures are not asked for to finish a lesson, but what was done in them counts as having begun.
  return {
    slug,
    title: dataset['title'] ?? slug,
    figures: [],
    checks: checks.map((check) => `${slug}/${check}`),
  };
});

/** Marks the lessons, now and whenever another tab adds to the record. */
export async function markLessons(): Promise<void> {
  onChange(() => void show().catch(() => undefined));
  await show();
}

async function show(): Promise<void> {
  const { record } = readable(await readRecord());
  const progress = progressOf(course, standing(record.events));
  for (const [index, station] of stations.entries()) {
    const did = progress[index]!;
    const begun = did.last > 0 || did.answered > 0;
    setMark(station, isFinished(did, course[index]!) ? 'finished' : begun ? 'begun' : undefined);
  }
  const next = whereToGoOn(course, progress);
  const link = document.querySelector<HTMLAnchorElement>('[data-go-on]');
  if (!link) return;
  link.hidden = !next;
  if (!next) return;
  link.textContent = fill(link.dataset['goOn']!, { title: next.title });
  link.href = stations[course.indexOf(next)]!.querySelector('a')!.href;
}

function setMark(station: HTMLElement, state: 'begun' | 'finished' | undefined): void {
  const words = JSON.parse(
    station.closest<HTMLElement>('[data-marks]')!.dataset['marks']!,
  ) as Record<string, string>;
  let mark = station.querySelector<HTMLElement>('[data-mark]');
  if (!state) {
    mark?.remove();
    delete station.dataset['state'];
    return;
  }
  station.dataset['state'] = state;
  station.closest<HTMLElement>('[data-marks]')!.dataset['marked'] = '';
  if (!mark) {
    mark = document.createElement('span');
    mark.dataset['mark'] = '';
    // On the path the station itself shows it; the word is for those who do not see it.
    if (station.closest('.path-map')) mark.className = 'visually-hidden';
    station.append(mark);
  }
  mark.textContent = words[state]!;
}
