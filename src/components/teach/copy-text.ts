/** A button `data-copy="<id>"` copies the text of that element, and says in `data-copied` how it went. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const status = button.parentElement?.querySelector<HTMLElement>('[role="status"]');
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    const text = source?.textContent?.trim() ?? '';
    const say = (words: string | undefined) => {
      if (status) status.textContent = words ?? '';
    };
    try {
      // Code keeps its lines.
      const lines = source instanceof HTMLPreElement ? text : text.replace(/\s+/g, ' ');
      await navigator.clipboard.writeText(lines);
      say(button.dataset['copied']);
    } catch {
      say(button.dataset['failed']);
    }
  });
}

export {};
