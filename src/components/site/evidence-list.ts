import { fill } from '../../lib/fill.ts';
import { addressedId } from './open-addressed.ts';
import { filterFor, type Filter, type Finding } from './evidence-filter.ts';
import { searchable } from './text-search.ts';

/** Long enough for the next letter to come, short enough to seem immediate. */
const pause = 120;

/**
 * Filters and orders the findings that the page came with. The settings stand in the address, so that
 * a selection can be shared. A link to a finding wins over the filters.
 */
class EvidenceList extends HTMLElement {
  private findings: (Finding & { element: HTMLElement; home: HTMLElement })[] = [];
  private sections: HTMLElement[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly form = () => this.querySelector('form')!;
  private readonly settings = () => new FormData(this.form());
  private readonly named = (name: string) =>
    this.querySelector<HTMLElement>(`[data-part=${name}]`)!;

  connectedCallback(): void {
    this.sections = [...this.querySelectorAll<HTMLElement>('section')];
    this.findings = [...this.querySelectorAll<HTMLElement>('article')].map((element) => ({
      element,
      home: element.parentElement!,
      source: element.dataset['source']!,
      shown: element.dataset['shown']!.split(' '),
      verified: element.dataset['verified']!,
      kind: element.dataset['kind']!,
      // Without the labels, which every finding has.
      text: searchable(
        [...element.querySelectorAll('h4, .id a, li, dd')].map((e) => e.textContent).join(' '),
      ),
    }));
    this.readAddress();
    this.form().addEventListener('input', ({ target }) => {
      clearTimeout(this.waiting);
      const typed = target instanceof HTMLInputElement;
      this.waiting = setTimeout(() => this.ask(), typed ? pause : 0);
    });
    this.form().addEventListener('submit', (event) => event.preventDefault());
    for (const button of this.querySelectorAll('[type=reset]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        this.form().reset();
        this.ask();
      });
    }
    addEventListener('hashchange', () => this.reveal());
    addEventListener('popstate', () => {
      this.readAddress();
      this.show();
    });
    this.show();
    this.reveal();
  }

  /** Does what the reader has just set, and writes it into the address. */
  private ask(): void {
    this.show();
    const set = [...this.settings()].filter(([, value]) => value !== '') as [string, string][];
    const query = new URLSearchParams(set).toString();
    history.replaceState(null, '', location.pathname + (query && `?${query}`));
  }

  private readAddress(): void {
    const query = new URLSearchParams(location.search);
    for (const control of this.form().elements) {
      if (control instanceof HTMLInputElement) control.value = query.get(control.name) ?? '';
      if (control instanceof HTMLSelectElement) {
        control.value = query.get(control.name) ?? '';
        // A value that the list does not know leaves nothing chosen.
        if (control.selectedIndex < 0) control.selectedIndex = 0;
      }
    }
  }

  private show(): void {
    clearTimeout(this.waiting);
    const settings = Object.fromEntries(this.settings()) as unknown as Filter & { sort: string };
    const fits = filterFor(settings);
    const shown = this.findings.filter((finding) => {
      finding.element.hidden = !fits(finding);
      return !finding.element.hidden;
    });
    this.order(settings.sort);
    const flat = settings.sort === 'id';
    const homes = new Set(flat ? [] : shown.map(({ home }) => home));
    for (const section of this.sections) section.hidden = !homes.has(section);
    this.named('flat').hidden = !flat;
    this.named('none').hidden = shown.length > 0;
    this.say(this.count());
  }

  private count(): string {
    const all = this.findings.length;
    const n = this.findings.filter(({ element }) => !element.hidden).length;
    return fill(this.dataset[n === all ? 'all' : 'some']!, { n, all });
  }

  private ordered = '';

  private order(sort: string): void {
    if (sort === this.ordered) return;
    this.ordered = sort;
    if (sort === 'id') {
      const idOf = ({ element }: { element: Element }) => element.querySelector('h4')!.id;
      const byId = this.findings.toSorted((a, b) => idOf(a).localeCompare(idOf(b), 'en'));
      this.named('flat').append(...byId.map(({ element }) => element));
      return;
    }
    for (const { element, home } of this.findings) home.append(element);
    const year = ({ dataset }: HTMLElement) => Number(dataset['year']);
    const sections =
      sort === 'year' ? this.sections.toSorted((a, b) => year(b) - year(a)) : this.sections;
    this.named('flat').before(...sections);
  }

  /** Brings what the address names into view, whatever hides it. */
  private reveal(): void {
    const id = addressedId(location.hash);
    const target = id ? document.getElementById(id) : null;
    if (!target) return;
    const folded = target.closest('details');
    if (folded) folded.open = true;
    if (this.contains(target) && target.closest('[hidden]')) {
      this.form().reset();
      this.show();
      history.replaceState(null, '', location.pathname + location.hash);
      this.say(fill(this.dataset['yielded']!, { id, count: this.count() }));
    }
    target.scrollIntoView();
  }

  private say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text;
  }
}

customElements.define('evidence-list', EvidenceList);

addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
});
