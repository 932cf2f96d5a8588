/** Fetches the part that says where something is not being kept, for a page that writes by itself. */
export function showKeeping(): void {
  import('../site/keep-learning.ts').catch(() => undefined);
}
