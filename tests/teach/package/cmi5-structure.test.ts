import { expect, test } from 'vitest';
import { cmi5Structure } from '../../../src/teach/package/cmi5-structure.ts';

const head = {
  id: 'unwatched-0123456789abcdef',
  title: 'Cues & <beliefs>',
  description: 'Read first.\nThen answer "why".',
  language: 'en',
  passMark: 0.7,
};

test('a course of one unit, which is passed by its score', () => {
  expect(cmi5Structure(head, 'https://site.example/assignment/'))
    .toBe(`<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://site.example/assignment/unwatched-0123456789abcdef">
    <title><langstring lang="en">Cues &amp; &lt;beliefs&gt;</langstring></title>
    <description><langstring lang="en">Read first.
Then answer &quot;why&quot;.</langstring></description>
  </course>
  <au id="https://site.example/assignment/unwatched-0123456789abcdef/unit" moveOn="CompletedAndPassed" masteryScore="0.7" launchMethod="AnyWindow">
    <title><langstring lang="en">Cues &amp; &lt;beliefs&gt;</langstring></title>
    <description><langstring lang="en">Read first.
Then answer &quot;why&quot;.</langstring></description>
    <url>index.html</url>
  </au>
</courseStructure>
`);
});

test('a unit without checks is done when it is complete; its title describes it where nothing else does', () => {
  const xml = cmi5Structure({ ...head, description: '', passMark: undefined }, 'unwatched:');
  expect(xml).toContain('moveOn="Completed" launchMethod');
  expect(xml).not.toContain('masteryScore');
  expect(xml.match(/<langstring lang="en">Cues &amp; &lt;beliefs&gt;<\/langstring>/g)).toHaveLength(
    4,
  );
});
