import { fill } from '../../lib/fill.ts';

/** What the search index answers; see https://pagefind.app/docs/api/. */
interface Pagefind {
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<Hit> }[] } | null>;
}
interface Section {
  title?: string;
  url: string;
  excerpt: string;
}
interface Hit extends Section {
  meta: { title?: string };
  /** The parts of the page that match, each under a heading of its own. */
  sub_results: Section[];
}

const mostShown = 12;
const mostSections = 3;
const mostTerms = 3;

/**
 * Search over the whole site. The index is loaded with the first letter typed, searched in a worker
 * and never leaves the device. The term stands in the address, so that a search can be shared.
 */
class SiteSearch extends HTMLElement {
  private index: Promise<Pagefind> | undefined;
  private failures = 0;
  private readonly field = () => this.querySelector('input')!;
  private readonly term = () => this.field().value.trim().slice(0, 200);

  connectedCallback(): void {
    this.field().value = new URLSearchParams(location.search).get('q') ?? '';
    this.field().addEventListener('input', () => void this.search());
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.field().focus();
    void this.search();
  }

  private async search(): Promise<void> {
    const term = this.term();
    history.replaceState(null, '', term ? `?q=${encodeURIComponent(term)}` : location.pathname);
    const sought = this.sought(term);
    this.querySelector('.terms')!.replaceChildren(...this.termsFor(sought));
    if (!term) return this.show('', []);
    try {
      this.index ??= this.load();
      this.say(this.text('searching'));
      const answer = await (await this.index).debouncedSearch(sought || term);
      // Null means that another letter was typed meanwhile.
      if (!answer) return;
      const hits = await Promise.all(answer.results.slice(0, mostShown).map((hit) => hit.data()));
      // So does this, or that the field was emptied, while the results were on their way.
      if (term !== this.term()) return;
      const { length } = answer.results;
      this.show(
        length ? fill(this.text('some'), { n: length }) : fill(this.text('none'), { term }),
        hits,
      );
    } catch {
      this.index = undefined;
      this.failures += 1;
      this.show(this.text('failed'), []);
    }
  }

  /** A question without the words that any page holds. */
  private sought(term: string): string {
    const unsought = new Set(this.text('unsought').split(' '));
    const words = term.split(/[\s?!]+/);
    return words.filter((word) => word && !unsought.has(word.toLowerCase())).join(' ');
  }

  /** Entries of the glossary: the one of this name, or a few whose names hold it. */
  private termsFor(sought: string): Node[] {
    const entries = [...this.querySelector('template')!.content.children].map((entry) => ({
      entry,
      names: (entry as HTMLElement).dataset['names']!.toLowerCase().split('|'),
    }));
    const wanted = sought.toLowerCase();
    if (wanted.length < 3) return [];
    const forms = [wanted, wanted.replace(/s$/, ''), `${wanted}s`];
    const named = entries.filter(({ names }) => names.some((name) => forms.includes(name)));
    const holding = entries.filter(({ names }) =>
      names.some((name) => name.split(/[ -]/).includes(wanted)),
    );
    return (named.length > 0 ? named : holding)
      .slice(0, mostTerms)
      .map(({ entry }) => entry.cloneNode(true));
  }

  /** A module that failed keeps its failure, so another attempt asks for it by another address. */
  private load(): Promise<Pagefind> {
    const attempt = this.failures ? `?attempt=${this.failures + 1}` : '';
    return import(/* @vite-ignore */ this.text('index') + attempt) as Promise<Pagefind>;
  }

  private text(name: string): string {
    return this.dataset[name] ?? '';
  }

  private say(text: string): void {
    this.querySelector('[role=status]')!.textContent = text;
  }

  private show(status: string, hits: Hit[]): void {
    this.say(status);
    this.querySelector('ol')!.replaceChildren(
      ...hits.map((hit) => {
        const item = document.createElement('li');
        const title = hit.meta.title ?? hit.url;
        item.append(linkTo(hit.url, title));
        const sections = hit.sub_results.filter((section) => section.title !== title);
        for (const section of sections.slice(0, mostSections)) {
          const part = document.createElement('p');
          part.append(
            linkTo(section.url, section.title ?? title),
            ' ',
            ...markedText(section.excerpt),
          );
          item.append(part);
        }
        if (sections.length === 0) {
          const part = document.createElement('p');
          part.append(...markedText(hit.excerpt));
          item.append(part);
        }
        return item;
      }),
    );
  }
}

function linkTo(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  return link;
}

/** An excerpt's `<mark>`s as elements; whatever else it holds stays text. */
function markedText(excerpt: string): Node[] {
  const plain = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(plain(part));
    const mark = document.createElement('mark');
    mark.textContent = plain(part);
    return mark;
  });
}

customElements.define('site-search', SiteSearch);
