import calendar from 'ical-generator';

/** What stands in a class's calendar. */
export interface DueEntry {
  title: string;
  instructions: string;
  link: string;
  /** Milliseconds since 1970. */
  due: number;
  /** When the file is made, in milliseconds since 1970. */
  made: number;
  /** Tells the entry from every other: a calendar that gets it twice keeps one. */
  id: string;
}

/** An iCalendar file with one entry, at the moment at which the assignment is due. */
export function dueCalendar({ title, instructions, link, due, made, id }: DueEntry): string {
  const file = calendar({ prodId: { company: 'unwatched', product: 'assignments' } });
  file.createEvent({
    id,
    stamp: new Date(made),
    start: new Date(due),
    summary: title,
    description: [instructions, link].filter(Boolean).join('\n\n'),
    url: unescapable(link),
  });
  return file.toString();
}

/** An address in which a calendar's writer finds nothing to escape: in one, a backslash would be a part of it. */
const unescapable = (link: string) => link.replaceAll(',', '%2C').replaceAll(';', '%3B');
