/**
 * Resolves once all of the page is there. On a slow line its upper part is at work before, so what
 * reaches for another part of the page waits for this.
 */
export const wholePage = async (): Promise<void> => {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }));
};
