/** A button `data-copy="<id>"` copies the text of that element, and says in `data-copied` how it went. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const status = button.parentElement?.querySelector<HTMLElement>('[role="status"]');
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
    const say = (words: string | undefined) => {
      if (status) status.textContent = words ?? '';
    };
    try {
      await navigator.clipboard.writeText(text.trim().replace(/\s+/g, ' '));
      say(button.dataset['copied']);
    } catch {
      say(button.dataset['failed']);
    }
  });
}

export {};
