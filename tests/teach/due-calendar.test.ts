import { expect, test } from 'vitest';
import { assignmentFragment, readAssignment } from '../../src/learning/assignment.ts';
import { dueCalendar } from '../../src/teach/due-calendar.ts';

const entry = {
  title: 'Week 2; who fakes, and why?',
  instructions: 'Two lessons.\nA colon: a comma, a semicolon; a back\\slash.',
  link: 'https://example.org/assignment/#assignment?title=Week+2&lessons=two-faces&end',
  due: Date.parse('2026-11-30T16:00Z'),
  made: Date.parse('2026-11-20T08:00Z'),
  id: '0123456789abcdef@unwatched',
};

/** The lines as a calendar reads them: joined where they were folded, without escapes. */
function linesOf(file: string): string[] {
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  return file.replace(/\r\n[ \t]/g, '').split('\r\n');
}

test('a calendar gets one entry, at the moment of the due date in any zone', () => {
  const lines = linesOf(dueCalendar(entry));
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('VERSION:2.0');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines).toContain('DTSTART:20261130T160000Z');
  expect(lines).toContain('DTSTAMP:20261120T080000Z');
  expect(lines).toContain(`UID:${entry.id}`);
  expect(lines).toContain('SUMMARY:Week 2\\; who fakes\\, and why?');
  expect(lines).toContain(`URL;VALUE=URI:${entry.link}`);
  expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain(
    'Two lessons.\\nA colon: a comma\\, a semicolon\\; a back\\\\slash.\\n\\nhttps://example.org',
  );
});

test('the address of the entry opens the same assignment, whatever stands in it', () => {
  const { assignment } = readAssignment(
    '#assignment?title=Who,+and+why?&due=2026-11-30T16:00Z,Europe/Berlin&lessons=two-faces,right-reward&checks=two-faces/a,two-faces/b&set.cue-lab=seed=7;light=on&end',
  )!;
  expect(assignment.figures[0]!.state).toBe('seed=7&light=on');
  const fragment = assignmentFragment(assignment);
  expect(fragment).toMatch(/,.*;/);
  const link = `https://example.org/assignment/${fragment}`;
  const url = linesOf(dueCalendar({ ...entry, link })).find((line) => line.startsWith('URL'))!;
  // The value is an address, and RFC 5545 knows no escapes in one.
  expect(url).not.toMatch(/[\\,]/);
  const opened = url.slice(url.indexOf('#'));
  expect(readAssignment(opened)).toEqual({ assignment, unread: [], cut: false });
});

test('the same assignment gives the same file', () => {
  expect(dueCalendar(entry)).toBe(dueCalendar({ ...entry }));
});
