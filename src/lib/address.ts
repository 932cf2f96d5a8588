/** In the browser, a page of a package names the site that it was taken from. */
const packagedFrom = () =>
  typeof document === 'undefined' ? undefined : document.documentElement.dataset['site'];

/** A path of the site under its base, with the slash that every page ends in: `href('lessons')` → `/lessons/`. */
export function href(path: string): string {
  const base = (packagedFrom() ?? import.meta.env.BASE_URL).replace(/\/$/, '');
  const [, page = '', fragment = ''] = /^\/?([^#?]*)(.*)$/s.exec(path) ?? [];
  const slash = page === '' || page.endsWith('/') || /\.\w+$/.test(page) ? '' : '/';
  return `${base}/${page}${slash}${fragment}`;
}

/** Address of a file in the public repository, or undefined where no repository is set. */
export function repositoryFile(path: string): string | undefined {
  const repository = import.meta.env.PUBLIC_REPOSITORY_URL;
  return repository ? `${repository}/blob/main/${path}` : undefined;
}
