import type { Transcript } from '../schemas/transcript.ts';

/** Fewest transcripts from which a reader's result says something. */
const fewest = 24;

const settings = ['chat', 'agentic'] as const;
const difficulties = ['easy', 'middling', 'subtle'] as const;

/**
 * Faults of the transcripts as a set: too few, or not as many tests as talks from real use of the same
 * setting and difficulty, so that a reader could go by more than the words.
 */
export function transcriptFaults(transcripts: readonly Transcript[]): string[] {
  if (transcripts.length < fewest) {
    return [`There are ${transcripts.length} transcripts; ${fewest} are the fewest.`];
  }
  const kinds = settings.flatMap((setting) =>
    difficulties.map((difficulty) => ({ setting, difficulty })),
  );
  return kinds.flatMap(({ setting, difficulty }) => {
    const kind = transcripts.filter(
      (each) => each.setting === setting && each.difficulty === difficulty,
    );
    const tests = kind.filter(({ truth }) => truth === 'test').length;
    const real = kind.length - tests;
    if (tests === real && tests > 0) return [];
    return [
      `Transcripts, ${setting}, ${difficulty}: ${tests} tests and ${real} of real use; write as many of each, and one at least.`,
    ];
  });
}
