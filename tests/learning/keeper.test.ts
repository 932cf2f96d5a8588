import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Keeper, type Shelf } from '../../src/learning/keeper.ts';
import { emptyRecord, join, type LearnerRecord } from '../../src/learning/record.ts';
import { StoreRefused, type Refusal } from '../../src/learning/store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A shelf in memory that refuses whenever it is told to. */
class MemoryShelf implements Shelf {
  record: LearnerRecord = emptyRecord;
  id = 1;
  refuses: Refusal | undefined;
  writes = 0;

  async addToRecord(added: LearnerRecord, expected: string | undefined) {
    this.writes++;
    await Promise.resolve();
    if (this.refuses) throw new StoreRefused(this.refuses);
    if (expected && expected !== String(this.id)) throw new StoreRefused('replaced');
    this.record = join(this.record, added);
    return String(this.id);
  }

  replaceRecord(record: LearnerRecord) {
    if (this.refuses) return Promise.reject(new StoreRefused(this.refuses));
    this.record = record;
    return Promise.resolve(String(++this.id));
  }
}

const read = (lesson: string) => ({ kind: 'read', lesson }) as const;
const lessons = ({ events }: LearnerRecord) =>
  events.map((event) => (event.kind === 'read' ? event.lesson : event.kind));

describe('a keeper', () => {
  test('says that a deed is kept once the shelf has it, and not before', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    expect(keeper.state).toBe('keeping');
    expect(shelf.record.events).toEqual([]);
    await keeper.flush();
    expect(keeper.state).toBe('kept');
    expect(lessons(shelf.record)).toEqual(['one']);
  });

  test('goes on in memory while the shelf is full, and catches up by itself', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    shelf.refuses = 'full';
    keeper.add(read('one'));
    await keeper.flush();
    vi.setSystemTime(Date.now() + 5);
    keeper.add(read('two'));
    await keeper.flush();
    expect(keeper.state).toBe('full');
    expect(lessons(keeper.unkept)).toEqual(['one', 'two']);
    shelf.refuses = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(keeper.state).toBe('kept');
    expect(lessons(shelf.record)).toEqual(['one', 'two']);
  });

  test('takes back the last tries at a check, kept or not, and none of before or of another', async () => {
    const shelf = new MemoryShelf();
    const answered = (check: string) =>
      ({ kind: 'answered', check, given: '0', right: false, review: true }) as const;
    // From another day, and so of another page.
    new Keeper(shelf).add(answered('a/b'));
    const keeper = new Keeper(shelf);
    keeper.add(answered('a/b'));
    const kept = keeper.add(answered('a/b'));
    await keeper.flush();
    shelf.refuses = 'blocked';
    const waits = keeper.add(answered('a/b'));
    keeper.add(answered('a/c'));
    const gone = () =>
      keeper.ownDeeds.events.flatMap((event) => (event.kind === 'withdrawn' ? event.of : []));
    keeper.takeBack('a/b', 2);
    expect(gone()).toEqual([kept.id, waits.id]);
    // What was taken back is gone: the next try is another.
    const next = keeper.add(answered('a/b'));
    keeper.takeBack('a/b', 1);
    expect(gone()).toEqual([kept.id, waits.id, next.id]);
  });

  test('waits longer and longer between tries', async () => {
    const shelf = new MemoryShelf();
    shelf.refuses = 'blocked';
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(shelf.writes).toBeGreaterThan(10);
    expect(shelf.writes).toBeLessThan(20);
  });

  test('counts nothing twice and loses nothing where writing fails at random', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    const names = Array.from({ length: 200 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    for (const [index, name] of names.entries()) {
      shelf.refuses = index % 3 === 0 ? 'blocked' : undefined;
      vi.setSystemTime(Date.now() + 2);
      keeper.add(read(name));
      if (index % 4 === 0) await keeper.flush();
    }
    shelf.refuses = undefined;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(lessons(shelf.record)).toEqual(names);
  });

  test('does not write into a record that took the place of its own until it is told to', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    await keeper.flush();
    await shelf.replaceRecord(emptyRecord);
    vi.setSystemTime(Date.now() + 5);
    keeper.add(read('two'));
    await keeper.flush();
    expect(keeper.state).toBe('replaced');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(shelf.record.events).toEqual([]);
    await keeper.keepInPresentRecord();
    expect(keeper.state).toBe('kept');
    expect(lessons(shelf.record)).toEqual(['one', 'two']);
  });

  test('lets go of it where it is told to, and keeps what comes after', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    await keeper.flush();
    await shelf.replaceRecord(emptyRecord);
    keeper.add(read('two'));
    await keeper.flush();
    keeper.letGo();
    keeper.add(read('three'));
    await keeper.flush();
    expect(lessons(shelf.record)).toEqual(['three']);
  });

  test('leaves a newer store alone', async () => {
    const shelf = new MemoryShelf();
    shelf.refuses = 'newer';
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(keeper.state).toBe('newer');
    expect(shelf.writes).toBe(1);
  });

  test('a replacement that is refused changes nothing', async () => {
    const shelf = new MemoryShelf();
    const keeper = new Keeper(shelf);
    keeper.add(read('one'));
    await keeper.flush();
    shelf.refuses = 'full';
    await expect(keeper.replace(emptyRecord)).rejects.toThrow('full');
    expect(lessons(shelf.record)).toEqual(['one']);
  });

  test('tells those who listen', async () => {
    const keeper = new Keeper(new MemoryShelf());
    const states: string[] = [];
    const stop = keeper.listen(() => states.push(keeper.state));
    keeper.add(read('one'));
    await keeper.flush();
    stop();
    keeper.add(read('two'));
    await keeper.flush();
    expect(states).toEqual(['keeping', 'kept']);
  });
});
