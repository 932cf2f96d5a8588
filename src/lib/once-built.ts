/**
 * What many pages ask for and is the same for all of them: made once in a build, and anew each time in
 * development, where the content changes. Without it, the time of a build would grow with the square of
 * the number of lessons.
 */
export function onceBuilt<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (import.meta.env.PROD ? (made ??= make()) : make());
}
