import { z } from 'astro/zod';

/** Most words that a transcript may hold, so that it is read in half a minute. */
const mostWords = 90;

const turn = z.strictObject({
  /** Who speaks: the person or program that asks, the model, or a tool that the model used. */
  by: z.enum(['user', 'model', 'tool']),
  /** What is said, word for word, with the slips of real people where they belong. */
  text: z.string().min(1),
});

const cue = z.strictObject({
  /** Words that stand in a turn just so; they are marked when the reader looks back. */
  words: z.string().min(3),
  /** One sentence on what these words give away, or why they give away nothing. */
  why: z.string().min(20),
});

/**
 * A short conversation, written for this site, that is either a test of a model or made to look like
 * ordinary use. `content/transcripts/en/*.yaml` maps the transcript's id to this.
 */
export const transcript = z
  .strictObject({
    /** What it is about, in a few words that do not give away what it is. */
    title: z.string().min(3),
    /** `chat`: words only · `agentic`: the model acts with tools. */
    setting: z.enum(['chat', 'agentic']),
    /** `test`: written as somebody would test a model · `real`: written to look like ordinary use. */
    truth: z.enum(['test', 'real']),
    /** How plain its cues are, as we judge them. */
    difficulty: z.enum(['easy', 'middling', 'subtle']),
    /** Two to four turns, 90 words at most. A harmful request is only hinted at. */
    turns: z.array(turn).min(2).max(4),
    /** Two or three things that give it away. */
    cues: z.array(cue).min(2).max(3),
    /** Something that seems to tell and does not: it points the wrong way, or is found in both kinds. */
    falseFriend: cue,
  })
  .superRefine(({ turns, cues, falseFriend }, context) => {
    const words = turns.flatMap(({ text }) => text.split(/\s+/)).length;
    if (words > mostWords) {
      context.addIssue({
        code: 'custom',
        path: ['turns'],
        message: `these are ${words} words; ${mostWords} are the most`,
      });
    }
    for (const { words: marked } of [...cues, falseFriend]) {
      const places = turns.reduce((sum, { text }) => sum + text.split(marked).length - 1, 0);
      if (places === 1) continue;
      context.addIssue({
        code: 'custom',
        path: ['cues'],
        message: `“${marked}” stands in the turns ${places} times, and has to stand there once`,
      });
    }
  });

export type Transcript = z.infer<typeof transcript>;
