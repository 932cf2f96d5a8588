import { describe, expect, test } from 'vitest';
import { figureFragment, readFigureLink } from '../../src/teach/figure-link.ts';

describe('a link to a figure', () => {
  test.each([
    ['https://example.org/lessons/x/#cue-lab?seed=7&light=on&end', 'seed=7&light=on'],
    ['#cue-lab?order=a-b.c%2Cd&end', 'order=a-b.c%2Cd'],
    ['  #cue-lab?seed=7&end\n', 'seed=7'],
    ['https://example.org/lessons/x/#cue-lab', ''],
  ])('“%s” sets it', (text, state) => {
    expect(readFigureLink(text, 'cue-lab')).toEqual({ state });
  });

  test.each([
    ['', 'none'],
    ['https://example.org/lessons/x/', 'none'],
    ['#cue-lab?seed=7', 'broken'],
    ['#cue-lab?=7&end', 'broken'],
    // Within a length in which no pattern takes long.
    [`${'#a?'.repeat(3000)} x`, 'none'],
    [`#cue-lab?seed=${'7'.repeat(9000)}&end`, 'none'],
  ])('“%s” does not: %s', (text, fault) => {
    expect(readFigureLink(text, 'cue-lab')).toMatchObject({ fault });
  });

  test('longer than any that a figure writes is broken', () => {
    const link = `#cue-lab?seed=${'7'.repeat(2001)}&end`;
    expect(readFigureLink(link, 'cue-lab')).toEqual({ fault: 'broken' });
  });

  test('to another figure says which', () => {
    expect(readFigureLink('#horizon?seed=7&end', 'cue-lab')).toEqual({
      fault: 'other',
      figure: 'horizon',
    });
  });

  test('is written as the figure itself writes it', () => {
    expect(figureFragment('cue-lab', 'seed=7')).toBe('#cue-lab?seed=7&end');
    expect(readFigureLink(figureFragment('cue-lab', ''), 'cue-lab')).toEqual({ state: '' });
  });
});
