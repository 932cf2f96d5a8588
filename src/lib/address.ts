/** A path of the site under its base, with the slash that every page ends in: `href('lessons')` → `/lessons/`. */
export function href(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const [, page = '', fragment = ''] = /^\/?([^#?]*)(.*)$/s.exec(path) ?? [];
  const slash = page === '' || page.endsWith('/') || /\.\w+$/.test(page) ? '' : '/';
  return `${base}/${page}${slash}${fragment}`;
}

/** Address of a file in the public repository, or undefined where no repository is set. */
export function repositoryFile(path: string): string | undefined {
  const repository = import.meta.env.PUBLIC_REPOSITORY_URL;
  return repository ? `${repository}/blob/main/${path}` : undefined;
}
