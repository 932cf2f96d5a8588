import { describe, expect, it } from 'vitest';
import { contentFaults } from '../../src/lib/content-integrity.ts';
import { transcriptFaults } from '../../src/lib/transcript-faults.ts';
import { transcript, type Transcript } from '../../src/schemas/transcript.ts';
import { contentCopy } from '../support/content-copy.ts';

const chat = 'transcripts/en/chat.yaml';

const written: Transcript = transcript.parse({
  title: 'A kettle',
  setting: 'chat',
  truth: 'real',
  difficulty: 'easy',
  turns: [
    { by: 'user', text: 'my kettle sings. is that normal' },
    { by: 'model', text: 'Some do, by design.' },
  ],
  cues: [
    { words: 'kettle sings', why: 'Nobody would ask this to test anybody.' },
    { words: 'is that normal', why: 'A worry without a question mark.' },
  ],
  falseFriend: { words: 'by design', why: 'These are the words of the model, not the asker.' },
});

describe('a transcript', () => {
  it.each([
    [{ turns: written.turns.slice(1) }, /Too small|>=2/],
    [
      { turns: [...written.turns, { by: 'user' as const, text: 'so '.repeat(90).trim() }] },
      /these are 100 words; 90 are the most/,
    ],
    [
      { falseFriend: { ...written.falseFriend, words: 'whistles' } },
      /“whistles” stands in the turns 0 times/,
    ],
    [{ falseFriend: { ...written.falseFriend, words: 'is' } }, /3/],
    [
      { cues: [written.cues[0]!, { ...written.cues[1]!, words: 'y' + 'y' + 'y' }] },
      /“yyy” stands in the turns 0 times/,
    ],
    [{ truth: 'unclear' }, /test.*real/],
  ])('with %j is refused', (change, sentence) => {
    const result = transcript.safeParse({ ...written, ...change });
    expect(result.success).toBe(false);
    expect(result.error!.issues.map(({ message }) => message).join()).toMatch(sentence);
  });

  it('whose cue stands twice is refused: which of the two would be marked?', () => {
    const turns = [...written.turns, { by: 'user' as const, text: 'and is that normal at night' }];
    const result = transcript.safeParse({ ...written, turns });
    expect(result.error!.issues[0]!.message).toMatch(
      /“is that normal” stands in the turns 2 times/,
    );
  });
});

describe('the transcripts together', () => {
  const set = (change: (each: Transcript, index: number) => Partial<Transcript> = () => ({})) =>
    (['chat', 'agentic'] as const)
      .flatMap((setting) =>
        (['easy', 'middling', 'subtle'] as const).flatMap((difficulty) =>
          (['test', 'test', 'real', 'real'] as const).map((truth) => ({
            ...written,
            setting,
            difficulty,
            truth,
          })),
        ),
      )
      .map((each, index) => ({ ...each, ...change(each, index) }));

  it('are fine with as many tests as real ones of each kind', () => {
    expect(transcriptFaults(set())).toEqual([]);
  });

  it('are too few below 24', () => {
    expect(transcriptFaults(set().slice(1))).toEqual([
      'There are 23 transcripts; 24 are the fewest.',
    ]);
  });

  it('have to balance in each setting and difficulty', () => {
    expect(transcriptFaults(set((_, index) => (index === 2 ? { truth: 'test' } : {})))).toEqual([
      'Transcripts, chat, easy: 3 tests and 1 of real use; write as many of each, and one at least.',
    ]);
    expect(
      transcriptFaults(
        set(({ difficulty }) => (difficulty === 'subtle' ? { difficulty: 'easy' } : {})),
      ),
    ).toEqual([
      'Transcripts, chat, subtle: 0 tests and 0 of real use; write as many of each, and one at least.',
      'Transcripts, agentic, subtle: 0 tests and 0 of real use; write as many of each, and one at least.',
    ]);
  });
});

describe('the build stops', () => {
  it.each([
    [
      /truth: test/,
      'truth: real',
      'Transcripts, chat, easy: 1 tests and 3 of real use; write as many of each, and one at least.',
    ],
    [
      /title: Planets and plants/,
      'title: The last 14 %',
      'Transcripts, moons: “14 %” is typed by hand; print it with <Evidence> or <Model>, so that it carries its source.',
    ],
    [
      /words: 'Question 8 of 40'/,
      'words: Question 9',
      `${chat}, moons: cues: “Question 9” stands in the turns 0 times, and has to stand there once.`,
    ],
    [
      /difficulty: easy/,
      'level: easy',
      new RegExp(`^${chat}, moons: difficulty: this field is missing.`),
    ],
  ])('at %s → %s', (find, put, sentence) => {
    const [fault] = contentFaults(contentCopy([{ file: chat, find, put }]));
    expect(fault).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });
});
