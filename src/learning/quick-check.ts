/**
 * A quick check: choose, check, read why, try again. The words stand in the page, so that they can
 * be read, printed and translated without this script; it only decides which of them are shown.
 */
class QuickCheck extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.answer();
    });
    form.addEventListener('reset', () => {
      this.show(undefined);
      // The button just pressed is gone; the keyboard goes on at the first option.
      this.querySelector('input')?.focus();
    });
  }

  private answer(): void {
    const chosen = this.querySelector<HTMLInputElement>('input:checked');
    if (chosen) this.show(chosen.closest<HTMLElement>('.option')!);
    else this.say(this.dataset['choose'] ?? '');
  }

  /** Opens the feedback of one option and closes the rest; none means a fresh start. */
  private show(chosen: HTMLElement | undefined): void {
    for (const option of this.querySelectorAll<HTMLElement>('.option')) {
      option.querySelector('details')!.open = option === chosen;
    }
    this.querySelector<HTMLElement>('[type=reset]')!.hidden = !chosen;
    this.say(chosen?.querySelector('details p')?.textContent?.trim() ?? '', true);
  }

  private say(text: string, forScreenReadersOnly = false): void {
    const status = this.querySelector<HTMLElement>('.status')!;
    status.classList.toggle('visually-hidden', forScreenReadersOnly);
    status.textContent = text;
  }
}

customElements.define('quick-check', QuickCheck);
