/** What the header does: the switch between light and dark. */
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
}
