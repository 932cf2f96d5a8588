import type { Course } from '../../teach/course.ts';
import { href } from '../../lib/address.ts';

let arriving: Promise<Course> | undefined;

/** The whole course in plain text, fetched once a page. @throws where it does not arrive; the next call tries again */
export function loadCourse(): Promise<Course> {
  arriving ??= fetchCourse().catch((error: unknown) => {
    arriving = undefined;
    throw error;
  });
  return arriving;
}

async function fetchCourse(): Promise<Course> {
  const response = await fetch(href('teach/course.json'));
  if (!response.ok) throw new Error(`The course did not arrive: ${response.status}.`);
  return (await response.json()) as Course;
}
