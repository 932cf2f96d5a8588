import { describe, expect, test } from 'vitest';
import { emptyAssignment, fragmentIn, readAssignment } from '../../src/learning/assignment.ts';
import {
  assignmentLink,
  classroomLink,
  fileName,
  frameSnippet,
} from '../../src/teach/share-texts.ts';

const assignment = {
  ...emptyAssignment,
  title: 'Week 2: “faking” & <more>',
  instructions: 'Read "both".\nThen answer.',
  lessons: ['two-faces', 'the-experiment'],
};
const link = assignmentLink('https://example.org/course/assignment/', assignment);

describe('a link to an assignment', () => {
  test('says it all behind the number sign', () => {
    const [page, fragment] = link.split('#');
    expect(page).toBe('https://example.org/course/assignment/');
    expect(readAssignment(`#${fragment}`)?.assignment).toEqual(assignment);
  });

  test.each([
    ['alone', link],
    ['as its fragment', new URL(link).hash],
    ['in a frame', frameSnippet(link, 'A "quoted" <title>')],
    ['shared with Google Classroom', classroomLink(link, assignment.title)],
    ['in an e-mail', `Dear all, please see\n<${link}>\nby Monday.`],
    ['at the end of a sentence', `See ${link}.`],
    ['in brackets', `Week 2 (${link})`],
    ['broken into lines', link.replace('two-faces', 'two-\n  faces')],
  ])('is found %s', (_, text) => {
    expect(fragmentIn(text)).toBe(new URL(link).hash);
  });

  test.each(['', 'https://example.org/lessons/two-faces/', '#cue-lab?seed=7&end', 'not a link'])(
    'is not found in “%s”',
    (text) => {
      expect(fragmentIn(text)).toBeUndefined();
    },
  );
});

test('a frame holds no sign that ends an attribute too early', () => {
  const snippet = frameSnippet('https://example.org/?a=1&b="2"', '<"&">');
  expect(snippet).toContain('src="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  expect(snippet).toContain('title="&lt;&quot;&amp;&quot;&gt;"');
  expect(snippet.match(/[<>]/g)).toHaveLength(4);
});

test.each([
  ['Week 2: Who fakes?', 'week-2-who-fakes'],
  ['Été à Zürich', 'ete-a-zurich'],
  ['第二週', 'assignment'],
  ['../../etc', 'etc'],
])('“%s” is filed as %s', (title, name) => {
  expect(fileName(title)).toBe(name);
});
