/**
 * A quick check: answer, check, read why, try again. The words stand in the page, so that they can
 * be read, printed and translated without this script; it only decides which of them are shown, and
 * tells the page what was answered.
 */
import { tell } from './tell.ts';
import { typedNumber } from './typed-number.ts';

/** What an answer comes to: how it is written down, whether it is right, and the parts that say why. */
interface Answer {
  given: string;
  right: boolean;
  open: HTMLElement[];
  /** Of the parts that are judged one by one, how many were right; absent where one is judged. */
  score?: number;
}

class QuickCheck extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = this.answer();
      if (answer) this.show(answer);
      else this.ask();
    });
    form.addEventListener('reset', () => {
      this.show(undefined);
      // The button just pressed is gone; the keyboard goes on at the first answer.
      this.querySelector<HTMLElement>('input, [data-move]:enabled')?.focus();
    });
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>('[data-move]');
      if (button) this.move(button);
    });
    this.limitMoves();
    // Until now a press would have sent the form, and the answer with it.
    this.querySelector<HTMLButtonElement>('[type=submit]')!.disabled = false;
  }

  private parts(which = ''): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`.part${which}`)];
  }

  /** Nothing where nothing was chosen or typed. */
  private answer(): Answer | undefined {
    switch (this.dataset['kind']) {
      case 'numeric':
        return this.number();
      case 'order':
        return this.order();
      default:
        return this.choice();
    }
  }

  private choice(): Answer | undefined {
    const parts = this.parts();
    const chosen = parts.filter((part) => part.querySelector(':checked'));
    if (chosen.length === 0) return undefined;
    const given = chosen.map((part) => parts.indexOf(part)).join(' ');
    if (this.dataset['kind'] === 'single')
      return { given, right: isCorrect(chosen[0]!), open: chosen };
    // Of several answers each is explained: what was left out as well.
    const score = judge(parts, (part) => isCorrect(part) === chosen.includes(part));
    return { given, right: score === parts.length, open: parts, score };
  }

  private order(): Answer {
    const parts = this.parts();
    const places = parts.map(({ dataset }) => Number(dataset['place']));
    const score = judge(parts, (_, index) => places[index] === index);
    return { given: places.join(' '), right: score === parts.length, open: parts, score };
  }

  private number(): Answer | undefined {
    const input = this.querySelector<HTMLInputElement>('[data-unclear]')!;
    const given = typedNumber(input.value);
    input.ariaInvalid = given === undefined ? 'true' : null;
    if (given === undefined) return undefined;
    const off = given - Number(input.dataset['right']);
    // A hair of room, since 14.2 − 12 is not quite 2.2 in a computer.
    const right = Math.abs(off) <= Number(input.dataset['tolerance']) + 1e-9;
    const when = right ? 'right' : off < 0 ? 'low' : 'high';
    return { given: String(given), right, open: this.parts(`[data-when=${when}]`) };
  }

  /** Says what is missing where nothing can be judged. */
  private ask(): void {
    this.show(undefined);
    const typed = this.querySelector<HTMLInputElement>('[data-unclear]');
    if (!typed) return this.say(this.dataset['choose'] ?? '');
    this.say(typed.dataset[typed.value.trim() ? 'unclear' : 'none'] ?? '');
    typed.focus();
  }

  private move(button: HTMLButtonElement): void {
    const parts = this.parts();
    const part = button.closest<HTMLElement>('.part')!;
    const step = Number(button.dataset['move']);
    const other = parts[parts.indexOf(part) + step];
    if (!other) return;
    const { top } = button.getBoundingClientRect();
    const answered = this.querySelector('details[open]');
    if (step < 0) other.before(part);
    else other.after(part);
    this.show(undefined);
    this.limitMoves();
    // What was said of an answer has gone, and must not take the button from under the pointer.
    if (answered) scrollBy({ top: button.getBoundingClientRect().top - top, behavior: 'instant' });
    // At an end the button is off, and the keyboard goes on with the other one.
    (button.disabled ? part.querySelector<HTMLElement>('[data-move]:enabled') : button)?.focus();
    this.say(
      filled(this.querySelector('ol')!.dataset['moved'], {
        item: part.dataset['name'] ?? '',
        place: this.parts().indexOf(part) + 1,
        of: parts.length,
      }),
      true,
    );
  }

  /** What stands first cannot go up, nor the last one down. */
  private limitMoves(): void {
    const parts = this.parts();
    for (const [index, part] of parts.entries()) {
      for (const button of part.querySelectorAll<HTMLButtonElement>('[data-move]')) {
        button.disabled = !parts[index + Number(button.dataset['move'])];
      }
    }
  }

  /** Opens what is said of an answer and closes the rest; none means a fresh start. */
  private show(answer: Answer | undefined): void {
    for (const part of this.parts()) {
      part.querySelector('details')!.open = answer?.open.includes(part) ?? false;
    }
    this.querySelector<HTMLElement>('[type=reset]')!.hidden = !answer;
    if (!answer) {
      this.say('');
      return;
    }
    const { right, open, score } = answer;
    if (score === undefined) this.say(textOf(open[0]?.querySelector('details p')), true);
    else {
      const words = this.dataset[right ? 'allRight' : 'tally'];
      this.say(filled(words, { right: score, of: open.length }));
    }
    const sure = this.querySelector<HTMLInputElement>('.sure :checked')?.value;
    tell(this, {
      kind: 'answered',
      check: this.dataset['check']!,
      given: answer.given,
      right: answer.right,
      ...(sure && { sure: Number(sure) }),
      ...(this.closest('[data-review]') && { review: true }),
    });
  }

  private say(text: string, forScreenReadersOnly = false): void {
    const status = this.querySelector<HTMLElement>('.status')!;
    status.classList.toggle('visually-hidden', forScreenReadersOnly);
    status.textContent = text;
  }
}

const filled = (template = '', values: Record<string, string | number>) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, () => String(value)),
    template,
  );

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Marks each part as answered rightly or not, and counts those that were. */
function judge(
  parts: HTMLElement[],
  rightly: (part: HTMLElement, index: number) => boolean,
): number {
  const judged = parts.map(rightly);
  for (const [index, part] of parts.entries()) part.dataset['judged'] = String(judged[index]);
  return judged.filter(Boolean).length;
}

const isCorrect = ({ dataset }: HTMLElement) => dataset['correct'] === 'true';

customElements.define('quick-check', QuickCheck);
