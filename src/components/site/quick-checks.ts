/** Who answers and leaves at once finds the answer kept: what keeps it is here before the answer is. */
function expectAnswer(): void {
  import('./keep-learning.ts').catch(() => {
    // It is asked for again with the answer, and then the page says that it is missing.
  });
}

/** Quick checks stand far down; what makes them work is fetched when one comes near. */
export function awaitChecks(): void {
  const watcher = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      import('../../learning/quick-check.ts').catch(() => {
        // As for those without a script: each answer unfolds.
        document.documentElement.dataset['checks'] = 'plain';
      });
      import('./answered-checks.ts').catch(() => {
        // The checks are whole without it.
      });
    },
    { rootMargin: '1200px' },
  );
  for (const check of document.querySelectorAll('quick-check')) {
    watcher.observe(check);
    check.addEventListener('input', expectAnswer, { once: true });
  }
}
