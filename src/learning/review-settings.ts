import * as v from 'valibot';

/** Most checks in one session, whatever the settings say. */
export const longestSession = 20;

export const reviewSettingsSchema = v.strictObject({
  /** Most checks asked in a day. */
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  paused: v.boolean(),
});
export type ReviewSettings = v.InferOutput<typeof reviewSettingsSchema>;

export const usualReview: ReviewSettings = { limit: longestSession, paused: false };
