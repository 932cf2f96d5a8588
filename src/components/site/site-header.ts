/** What the header does: the switch between light and dark, and a key for the search. */
export function startHeader(): void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  document.querySelector('[data-theme-switch]')!.addEventListener('click', () => {
    const isDark = root.dataset['theme'] ? root.dataset['theme'] === 'dark' : dark.matches;
    const next = isDark ? 'light' : 'dark';
    root.dataset['theme'] = next;
    try {
      localStorage.setItem('theme', next);
    } catch {
      // Storage is full or blocked: the choice lasts for this page.
    }
  });

  const search = document.querySelector<HTMLElement>('[data-search]');

  // "/" goes to the search from anywhere but a field, where there is a search.
  addEventListener('keydown', (event) => {
    const typing = (event.target as HTMLElement).closest(
      'input, textarea, select, [contenteditable]',
    );
    if (!search || event.key !== '/' || typing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.click();
  });
}
