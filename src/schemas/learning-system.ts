import { z } from 'astro/zod';

/** What can be taken to a learning management system, the likeliest first. */
export const teachFormats = [
  'link',
  'scorm12',
  'live',
  'scorm2004',
  'cartridge',
  'moodle-xml',
  'gift',
  'qti',
  'cmi5',
] as const;

const sentence = z.string().min(10);

/** One way into the system. */
const way = z.strictObject({
  format: z.enum(teachFormats),
  /**
   * `seen`: a file of this format was taken into a real system of this name, and what came back was
   * looked at. `documented`: others describe it, as listed under `sources`; we have not tried it.
   */
  standing: z.enum(['seen', 'documented']),
  /** Click by click. Names of buttons as the system prints them, between asterisks. */
  steps: z.array(sentence).min(2),
  /** What the teacher gets back. Plain text. */
  returns: z.array(sentence).min(1),
  /** What does not come back, or does not work. Plain text. */
  limits: z.array(sentence).default([]),
});

/** How to take the course into one learning management system. One file a system in `content/lms/en/`. */
export const learningSystem = z
  .strictObject({
    /** As its makers write it. */
    name: z.string().min(3),
    /** Its place in the list, from 1. */
    order: z.int().min(1),
    /** Which version or view the steps are for: "Moodle 4.5". */
    version: z.string().min(3),
    /** What to take here, in one or two sentences. Plain text. */
    advice: z.string().min(40),
    ways: z.array(way).min(1),
    /** Formats that do not go in, each with the reason. */
    not: z.array(z.strictObject({ format: z.enum(teachFormats), why: sentence })).default([]),
    /** What goes wrong, and what to do. */
    troubles: z.array(z.strictObject({ trouble: sentence, remedy: sentence })).min(1),
    /** Where the steps come from. */
    sources: z
      .array(
        z.strictObject({
          title: z.string().min(10),
          url: z.url({ protocol: /^https$/ }),
          /** Who wrote it: those who make the system, or a college that uses it. */
          by: z.enum(['vendor', 'college', 'others']),
        }),
      )
      .min(1),
  })
  .superRefine(({ ways, not }, context) => {
    const named = [...ways, ...not].map(({ format }) => format);
    for (const format of teachFormats) {
      const times = named.filter((name) => name === format).length;
      if (times === 1) continue;
      const message =
        times === 0
          ? `say of ${format} how it goes in (ways) or why it does not (not)`
          : `${format} is there ${times} times`;
      context.addIssue({ code: 'custom', message });
    }
  });

export type LearningSystem = z.infer<typeof learningSystem>;
