import { expect, test } from 'vitest';
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

test('the same assignment gives the same file', () => {
  expect(dueCalendar(entry)).toBe(dueCalendar({ ...entry }));
});
