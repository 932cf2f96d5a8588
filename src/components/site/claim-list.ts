import { fill } from '../../lib/fill.ts';
import { addressedId } from './open-addressed.ts';
import { searchable, wordsTest } from './text-search.ts';

/** Long enough for the next letter to come, short enough to seem immediate. */
const pause = 120;

type Field = HTMLInputElement | HTMLSelectElement;

interface ListedClaim {
  element: HTMLElement;
  topic: string;
  verdict: string;
  /** Its words and numbers, as `searchable` leaves them. */
  text: string;
}

/**
 * The claims that the page came with: narrowed by words, topic and verdict, each verdict held back
 * until the reader has said one. Choices stand in the address, so that a selection can be shared; what
 * the reader guessed is kept nowhere. A link to a claim wins over the choices.
 */
class ClaimList extends HTMLElement {
  private claims: ListedClaim[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private guesses = 0;
  private agreements = 0;
  private readonly fields = () => this.querySelectorAll<Field>('input, select');
  private readonly text = (name: string) => this.dataset[name] ?? '';

  connectedCallback(): void {
    this.claims = [...this.querySelectorAll<HTMLElement>('[data-claim]')].map((element) => ({
      element,
      topic: element.dataset['topic'] ?? '',
      verdict: element.dataset['verdict'] ?? '',
      // Without the labels, which every claim has.
      text: searchable(
        [...element.querySelectorAll('h3, dd')].map((part) => part.textContent).join(' '),
      ),
    }));
    this.addEventListener('input', ({ target }) => {
      clearTimeout(this.waiting);
      const typed = (target as Field).type === 'search';
      this.waiting = setTimeout(() => this.choose(), typed ? pause : 0);
    });
    this.addEventListener('click', (event) => {
      const target = event.target as HTMLElement;
      const button = target.closest<HTMLElement>('button[data-guess]');
      if (button) this.guess(button);
      const tell = target.closest<HTMLElement>('[data-tell]');
      if (tell) this.tell(tell.closest<HTMLElement>('[data-claim]')!, this.text('unguessed'));
      if (target.closest('[data-reset]')) this.showAll();
      const link = target.closest<HTMLAnchorElement>('[data-copy]');
      if (link) {
        // Following it would take the reader away from where the copying is told.
        event.preventDefault();
        void this.copy(link);
      }
    });
    addEventListener('hashchange', () => this.reveal());
    addEventListener('popstate', () => this.set(location.search));
    this.set(location.search);
    this.reveal();
  }

  /** Does what the reader has just chosen, and writes it into the address. */
  private choose(): void {
    this.list();
    const query = this.chosen().toString();
    history.replaceState(null, '', location.pathname + (query && `?${query}`));
  }

  /** What the fields ask for, without those that ask for nothing. */
  private chosen(): URLSearchParams {
    const chosen = new URLSearchParams();
    for (const field of this.fields()) {
      const on = field.type !== 'checkbox' || (field as HTMLInputElement).checked;
      if (on && field.value) chosen.set(field.name, field.value);
    }
    return chosen;
  }

  /** Sets every field as the query of an address has it; none means a fresh start. */
  private set(search = ''): void {
    const query = new URLSearchParams(search);
    for (const field of this.fields()) {
      if (field.type === 'checkbox') {
        (field as HTMLInputElement).checked = query.has(field.name);
        continue;
      }
      field.value = query.get(field.name) ?? '';
      // A value that a list does not know leaves nothing chosen.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    this.list();
  }

  /** Shows the claims that fit, and no section that would be empty. */
  private list(): void {
    clearTimeout(this.waiting);
    const chosen = this.chosen();
    const [topic, verdict] = [chosen.get('topic'), chosen.get('verdict')];
    const fits = wordsTest(chosen.get('q') ?? '');
    for (const claim of this.claims) {
      claim.element.hidden =
        (topic !== null && topic !== claim.topic) ||
        (verdict !== null && verdict !== claim.verdict) ||
        !fits(claim.text);
    }
    for (const section of this.querySelectorAll('section')) {
      section.hidden = !section.querySelector('[data-claim]:not([hidden])');
    }
    // Who asks for a verdict has been told it.
    this.classList.toggle('all-told', chosen.has('show') || verdict !== null);
    const n = this.claims.filter(({ element }) => !element.hidden).length;
    this.querySelector<HTMLElement>('[data-part=none]')!.hidden = n > 0;
    this.say(this.count(n));
  }

  private count(n: number): string {
    const all = this.claims.length;
    return n === 0 ? '' : fill(this.text(n === all ? 'all' : 'some'), { n, all });
  }

  private showAll(): void {
    this.set();
    this.choose();
    this.fields()[0]!.focus();
  }

  /** Brings the claim that the address names into view, whatever hides it. */
  private reveal(): void {
    const target = document.getElementById(addressedId(location.hash));
    if (!target || !this.contains(target) || !target.closest('[hidden]')) return;
    this.set();
    history.replaceState(null, '', location.pathname + location.hash);
    this.say(fill(this.text('yielded'), { count: this.count(this.claims.length) }));
    target.scrollIntoView();
  }

  /** Shows the verdict beside the reader's own. */
  private guess(button: HTMLElement): void {
    const claim = button.closest<HTMLElement>('[data-claim]')!;
    const word = (verdict = '') =>
      claim.querySelector(`[data-guess="${verdict}"]`)!.textContent.trim().toLowerCase();
    const [guess, verdict] = [button.dataset['guess'], claim.dataset['verdict']];
    const agreed = guess === verdict;
    this.guesses += 1;
    if (agreed) this.agreements += 1;
    const said = [
      fill(this.text(agreed ? 'agreed' : 'guess'), { guess: word(guess), verdict: word(verdict) }),
      ...(agreed ? [] : [this.text('differed')]),
      fill(this.text('sofar'), { same: this.agreements, n: this.guesses }),
    ];
    this.tell(claim, said.join(' '));
  }

  /** Opens an answer, with what there is to say of the reader's guess above it. */
  private tell(claim: HTMLElement, said: string): void {
    const yours = claim.querySelector<HTMLElement>('[data-part=yours]')!;
    yours.textContent = said;
    yours.hidden = false;
    claim.dataset['told'] = '';
    // The button is gone; the keyboard goes on where the answer begins.
    yours.focus({ preventScroll: true });
  }

  /** Copies the address of a claim, without what the list is narrowed to. */
  private async copy({ hash, parentElement }: HTMLAnchorElement): Promise<void> {
    const status = parentElement!.querySelector('[role=status]')!;
    const address = location.origin + location.pathname + hash;
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = this.text('copied');
    } catch {
      status.textContent = fill(this.text('copyfailed'), { link: address });
    }
  }

  private say(text: string): void {
    this.querySelector('[data-part=count]')!.textContent = text;
  }
}

customElements.define('claim-list', ClaimList);
