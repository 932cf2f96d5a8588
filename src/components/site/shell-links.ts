/** Links to other sites open beside the course system's frame, since most sites refuse to be in one. */
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest('a');
  if (!link || link.origin === location.origin) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
});

export {};
