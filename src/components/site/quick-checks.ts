/** Quick checks stand far down; what makes them work is fetched when one comes near. */
const watcher = new IntersectionObserver(
  (seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    watcher.disconnect();
    import('../../learning/quick-check.ts').catch(() => {
      // As for those without a script: each answer unfolds.
      document.documentElement.dataset['checks'] = 'plain';
    });
  },
  { rootMargin: '1200px' },
);
for (const check of document.querySelectorAll('quick-check')) watcher.observe(check);
