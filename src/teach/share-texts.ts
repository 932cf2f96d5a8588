/** The texts by which an assignment leaves the builder. */
import { assignmentFragment, type Assignment } from '../learning/assignment.ts';
import { markup } from '../lib/markup.ts';

/** Link to an assignment. @param page address of the learners' page, with its origin. */
export const assignmentLink = (page: string, assignment: Assignment): string =>
  new URL(assignmentFragment(assignment), page).href;

/** A frame for a page of one's own, ready to be pasted as HTML. */
export function frameSnippet(link: string, title: string): string {
  const attributes = {
    src: link,
    title,
    width: '100%',
    height: '800',
    loading: 'lazy',
    allow: 'clipboard-write',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${markup(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

/**
 * Google Classroom's own page for sharing a link with a class.
 *
 * @see https://developers.google.com/classroom/guides/sharebutton
 */
export function classroomLink(link: string, title: string): string {
  const query = new URLSearchParams({ url: link, title, itemtype: 'assignment' });
  return `https://classroom.google.com/share?${query}`;
}

/** A file name of small letters, digits and hyphens for an assignment; `assignment` where its title has none of these. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return plain || 'assignment';
}
