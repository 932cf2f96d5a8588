/** Links to what refuses to be in a frame open beside it: most other sites, and some pages of this one. */
import { mayBeFramed } from '../../lib/framed-rooms.mjs';
import { siteScope } from './site-scope.ts';

const scope = siteScope();

document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest('a');
  if (!link || link.hasAttribute('download')) return;
  const path = link.href.startsWith(scope) ? link.href.slice(scope.length) : undefined;
  const refuses = path !== undefined && !mayBeFramed(path.replace(/[?#].*/, ''));
  if (link.origin === location.origin && !refuses) return;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
});
