import { getCollection, getEntry } from 'astro:content';
import { curriculum } from './curriculum.ts';
import { folderOf } from './figure-imports.mjs';
import {
  inlineMentions,
  mentionsIn,
  mentionsInClaim,
  type Mention,
  type Text,
} from './mentions.ts';
import { passagesOf } from './perspectives.ts';
import { figureEvidence, type figureTags } from '../schemas/tags.ts';

/** A place on a page that shows a number. */
export interface Place {
  /** What shows it. */
  by: Mention['by'] | 'notes' | 'term' | 'passage';
  /** Id of the check, claim or term, name of the figure; empty for running text, teacher notes and passages. */
  name: string;
  /** Address of the place below the site's root: `lessons/two-faces#cue-switch`. */
  path: string;
}

/** A page that shows a number, with the places on it. */
export interface Use {
  /** A lesson's slug, or `home`, `about`, `claims`, `perspectives`, `questions`, `glossary`, `lab/horizon`. */
  page: string;
  /** Name of the page; of a lesson, its title. */
  title: string;
  /** Number of the lesson; 0 for other pages. */
  lesson: number;
  places: Place[];
}

/** Where the site shows each published figure, by id, and each number of a model, by key. */
export interface Usage {
  evidence: Map<string, Use[]>;
  model: Map<string, Use[]>;
}

/** Figures on the home page, which is no text with tags. */
export const onHome: readonly (keyof typeof figureTags)[] = ['CueSwitch'];

/** Names of pages that are no text of their own. */
export interface PageNames {
  home: string;
  claims: string;
  perspectives: string;
  questions: string;
  glossary: string;
  lab: string;
}

/** The places where each number of the site is shown, lessons first, in the order of a reader. */
export async function evidenceUsage(names: PageNames): Promise<Usage> {
  const usage: Usage = { evidence: new Map(), model: new Map() };
  const add = (page: Omit<Use, 'places'>, { kind, of }: Mention, place: Place) => {
    if (kind === 'source') return;
    const uses = usage[kind].get(of) ?? [];
    usage[kind].set(of, uses);
    let use = uses.find((known) => known.page === page.page);
    if (!use) uses.push((use = { ...page, places: [] }));
    if (!use.places.some(({ path }) => path === place.path)) use.places.push(place);
  };
  const addText = async (text: Text, path: string, page: Omit<Use, 'places'>) => {
    for (const mention of await mentionsIn(text)) {
      const { by, name } = mention;
      add(page, mention, { by, name, path: `${path}#${anchorOf(mention)}` });
    }
  };

  for (const { slug, number, head, entry } of await curriculum()) {
    const page = { page: slug, title: head.title, lesson: number };
    await addText(entry, `lessons/${slug}`, page);
    const notes = await getEntry('teaching', slug);
    for (const mention of notes ? await mentionsIn(notes) : []) {
      const path = `teach/${slug}#${anchorOf(mention)}`;
      add(page, mention, { by: 'notes', name: '', path });
    }
  }

  for (const tag of onHome) {
    const name = folderOf(tag);
    const page = { page: 'home', title: names.home, lesson: 0 };
    const place: Place = { by: 'figure', name, path: `#${name}` };
    for (const of of figureEvidence[tag]) {
      add(page, { kind: 'evidence', of, by: 'figure', name }, place);
    }
  }
  for (const text of await getCollection('pages')) {
    await addText(text, text.id, { page: text.id, title: text.data.title, lesson: 0 });
  }
  for (const entry of await getCollection('claims')) {
    const { id, data } = entry;
    const page = { page: 'claims', title: names.claims, lesson: 0 };
    const settling = data.evidence.map((of): Mention => ({
      kind: 'evidence',
      of,
      by: 'claim',
      name: id,
    }));
    for (const mention of [...mentionsInClaim(entry), ...settling]) {
      add(page, mention, { by: 'claim', name: id, path: `claims#${id}` });
    }
  }
  const addPassage = (
    page: Omit<Use, 'places'>,
    anchor: string,
    lines: string[],
    ids: string[],
  ) => {
    const resting = ids.map((of): Mention => ({ kind: 'evidence', of, by: 'text', name: '' }));
    for (const mention of [...inlineMentions(lines, 'text', ''), ...resting]) {
      add(page, mention, { by: 'passage', name: '', path: `${page.page}#${anchor}` });
    }
  };
  for (const { id, data } of await getCollection('perspectives')) {
    const page = { page: 'perspectives', title: names.perspectives, lesson: 0 };
    for (const { anchor, lines, evidence } of passagesOf(id, data)) {
      addPassage(page, anchor, lines, evidence);
    }
  }
  for (const { data } of await getCollection('followUps')) {
    const page = { page: 'questions', title: names.questions, lesson: 0 };
    for (const [id, { why, steps, unknown, covers, evidence }] of Object.entries(data.questions)) {
      addPassage(page, id, [why, ...Object.values(steps), unknown, ...covers], evidence);
    }
  }
  for (const { id, data } of await getCollection('lab')) {
    const { title, heldAgainst, limits, presets, residuals } = data;
    const page = { page: `lab/${id}`, title: `${names.lab}: ${title}`, lesson: 0 };
    const lines = [...heldAgainst, ...limits, ...presets.map(({ says }) => says)];
    const published = residuals.flatMap((row) => ('evidence' in row ? [row.evidence] : []));
    addPassage(page, 'card', lines, [...new Set(published)]);
    for (const { model } of residuals) {
      const place: Place = { by: 'passage', name: '', path: `${page.page}#card` };
      add(page, { kind: 'model', of: model, by: 'text', name: '' }, place);
    }
  }
  for (const { id, data } of await getCollection('glossary')) {
    for (const mention of inlineMentions([data.meaning], 'text', id)) {
      const page = { page: 'glossary', title: names.glossary, lesson: 0 };
      add(page, mention, { by: 'term', name: id, path: `glossary#${id}` });
    }
  }
  return usage;
}

/** Where on its page a mention stands. A number in running text is an anchor where it comes first. */
function anchorOf({ by, name, of }: Mention): string {
  if (by === 'text') return `printed-${of}`;
  return by === 'figure' ? name : `${by}-${name}`;
}
