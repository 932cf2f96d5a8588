/**
 * What work in steps comes to, done at one stroke: where it is short, or nobody waits. Work of these
 * models that takes long is a generator, so that a program can do something else at each `yield`.
 */
export function atOnce<Result>(work: Generator<unknown, Result, undefined>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
