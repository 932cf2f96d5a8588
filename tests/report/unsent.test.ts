import { expect, test } from 'vitest';
import { eventOf } from '../../src/learning/record.ts';
import { Unsent } from '../../src/report/unsent.ts';

const place = '/course/7/package/';
const answer = (check: string) =>
  eventOf({ kind: 'answered', check: `two-faces/${check}`, given: '1', right: true });
const [one, two, three] = ['one', 'two', 'three'].map(answer) as [
  ReturnType<typeof answer>,
  ReturnType<typeof answer>,
  ReturnType<typeof answer>,
];

/** A browser's storage, of so many characters. */
function storage(room = Infinity) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}
const visit = (browser: ReturnType<typeof storage> | undefined, learner = 'ada', at = place) =>
  new Unsent(browser, at, learner);

/** A visit in which two answers were reported and neither confirmed. */
function cutOff(browser: ReturnType<typeof storage>) {
  const first = visit(browser);
  first.open('s0');
  first.keep([one], 's1');
  first.keep([two], 's2');
  return first;
}

test('what was not confirmed is there for the next visit, until it is confirmed', () => {
  const browser = storage();
  expect(cutOff(browser).holds).toBe(true);
  const again = { events: [one, two], state: 's2', follows: true };
  expect(visit(browser).open('s0')).toEqual(again);
  const next = visit(browser);
  expect(next.open('s0')).toEqual(again);
  const confirm = next.keep(again.events, again.state);
  expect(visit(browser).open('s0'), 'closed before the answer came').toEqual(again);
  confirm();
  expect(browser.kept.size).toBe(0);
  expect(next.holds).toBe(false);
});

test('what did arrive is not sent again, though nobody said so', () => {
  const browser = storage();
  cutOff(browser);
  expect(visit(browser).open('s1')).toEqual({ events: [two], state: 's2', follows: true });
  expect(visit(browser).open('s2')).toBeUndefined();
  expect(browser.kept.size).toBe(0);
});

test('a confirmation covers what was reported before it and nothing after', () => {
  const browser = storage();
  const first = visit(browser);
  first.open('s0');
  const confirmOne = first.keep([one], 's1');
  const confirmTwo = first.keep([two], 's2');
  first.keep([three], 's3');
  confirmTwo();
  confirmOne();
  expect(visit(browser).open('s2')).toEqual({ events: [three], state: 's3', follows: true });
});

test('of a learner who went on elsewhere, only what is missing is told', () => {
  const browser = storage();
  cutOff(browser);
  expect(visit(browser).open('elsewhere')).toMatchObject({ events: [one, two], follows: false });
});

test('whoever else opens the package deletes the copy unread, and other packages leave it', () => {
  const browser = storage();
  cutOff(browser);
  expect(visit(browser, 'ada', '/course/8/package/').open('s0')).toBeUndefined();
  expect(browser.kept.size).toBe(1);
  expect([...browser.kept.values()].join()).not.toContain('ada');
  expect(visit(browser, 'bob').open('s0')).toBeUndefined();
  expect(browser.kept.size).toBe(0);
  expect(visit(browser).open('s0')).toBeUndefined();
});

test('nothing is kept for a learner without a name, or where there is no storage or no room', () => {
  for (const nobody of [visit(storage(), ''), visit(undefined), visit(storage(100))]) {
    nobody.open('s0');
    const confirm = nobody.keep([one], 's1');
    expect(nobody.holds).toBe(false);
    confirm();
  }
  const nameless = storage();
  visit(nameless, '').keep([one], 's1');
  expect(nameless.kept.size).toBe(0);
});

test.each([
  ['cut off', (text: string) => text.slice(0, -9)],
  ['with an event that is none', (text: string) => text.replace('"answered"', '"guessed"')],
  ['with a key twice', (text: string) => text.replace('{"learner"', '{"state":"","learner"')],
  ['too long', (text: string) => text + ' '.repeat(2 ** 20)],
])('a copy that is %s is deleted, and the visit goes on', (_, spoil) => {
  const browser = storage();
  cutOff(browser);
  const [[key, text]] = [...browser.kept] as [[string, string]];
  browser.kept.set(key, spoil(text));
  expect(visit(browser).open('s0')).toBeUndefined();
  expect(browser.kept.size).toBe(0);
});
