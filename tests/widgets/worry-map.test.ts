import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/lib/argument-faults.ts';
import { worryQuestions } from '../../src/schemas/argument.ts';
import { dayOf } from '../../src/widgets/worry-map/day.ts';
import { toJson, toMarkdown } from '../../src/widgets/worry-map/export.ts';
import { breakTitle, heights, layOut } from '../../src/widgets/worry-map/layout.ts';
import {
  changedQuestions,
  emptyNotebook,
  latest,
  movedBy,
  notebookSchema,
  withEstimates,
  withOpened,
  type Notebook,
} from '../../src/widgets/worry-map/notebook.ts';
import { finding, sentence, tableOf } from '../../src/widgets/worry-map/words.ts';
import {
  answersTo,
  defaults,
  isAskedFor,
  linkSchemaFor,
  nextNode,
  questionFor,
  questions,
  type Node,
} from '../../src/widgets/worry-map/worry-map.ts';
import { interfaceText } from '../support/interface-text.ts';

const { worryMap: labels } = interfaceText;
const nodes: Node[] = [...readArguments('content')].map(([id, entry]) => ({ id, ...entry }));

const notebook: Notebook = {
  before: {
    unprompted: { value: 40, on: '2026-11-01' },
    missed: { value: 60, on: '2026-11-01' },
  },
  after: {
    unprompted: { value: 30, on: '2026-11-02' },
    matters: { value: 70, on: '2026-11-03' },
  },
  opened: ['set-up', 'lock-in', 'gone-since'],
  marks: { 'set-up': 'down', 'lock-in': 'up', 'gone-since': 'up' },
};

describe('the map', () => {
  const maps = questions.map((question) => ({ question, ...layOut(nodes, question) }));

  it('of a question has a card for every argument that bears on it, each at a place of its own', () => {
    for (const { question, places } of maps) {
      const ids = nodes.filter((node) => isAskedFor(node, question)).map(({ id }) => id);
      expect(places.map(({ node }) => node.id).sort()).toEqual(ids.sort());
      expect(new Set(places.map(({ column, y }) => `${column} ${y}`)).size).toBe(ids.length);
    }
  });

  it('faces the sceptic with the alarmed, and puts what is open below both', () => {
    const sides = { left: 'sceptic', right: 'alarmed' };
    for (const { places, openAt } of maps) {
      for (const { column, node, y } of places) {
        if (node.side === 'open') expect(y).toBeGreaterThan(openAt!);
        else expect(node.side).toBe(sides[column]);
      }
    }
  });

  it('gives either side as many cards, to one', () => {
    for (const { places } of maps) {
      const of = (side: Node['side']) => places.filter(({ node }) => node.side === side).length;
      expect(Math.abs(of('sceptic') - of('alarmed'))).toBeLessThanOrEqual(1);
    }
  });

  it('draws every answer between two of its cards, and those that go both ways once', () => {
    for (const { places, answers } of maps) {
      const shown = new Set(places.map(({ node }) => node.id));
      const wanted = places.flatMap(({ node }) =>
        node.answers.filter((id) => shown.has(id)).map((id) => `${node.id} ${id}`),
      );
      const drawn = answers.flatMap(({ from, to, mutual }) => [
        `${from.node.id} ${to.node.id}`,
        ...(mutual ? [`${to.node.id} ${from.node.id}`] : []),
      ]);
      expect(drawn.sort()).toEqual(wanted.sort());
    }
  });

  it('has no card that looks as if nobody had an answer to it', () => {
    for (const { question, places, answers } of maps) {
      for (const place of places) {
        const tied = answers.some(({ from, to }) => from === place || to === place);
        expect(tied, `${question}: ${place.node.id}`).toBe(true);
      }
    }
  });

  it('draws every answer on the map of some question', () => {
    const drawn = new Set(
      maps.flatMap(({ answers }) =>
        answers.flatMap(({ from, to }) => [
          `${from.node.id} ${to.node.id}`,
          `${to.node.id} ${from.node.id}`,
        ]),
      ),
    );
    for (const { id, answers } of nodes) {
      for (const other of answers) expect(drawn, `${id} ${other}`).toContain(`${id} ${other}`);
    }
  });

  it('keeps to its height and to three short lines a title', () => {
    for (const { places, height } of maps) {
      expect(Math.max(...places.map(({ y }) => y)) + heights.card / 2).toBeLessThan(height);
    }
    for (const { title } of nodes) {
      const lines = breakTitle(title);
      expect(lines.length, title).toBeLessThanOrEqual(3);
      expect(Math.max(...lines.map((line) => line.length)), title).toBeLessThanOrEqual(14);
      expect(lines.join(' ')).toBe(title);
    }
  });

  it('asks the questions that arguments bear on', () => {
    expect(questions).toEqual(worryQuestions);
  });
});

describe('the way through it', () => {
  it('leads to what answers the argument that is open, then to the first that is new', () => {
    const at = { argument: 'benign', question: 'all' as const };
    expect(nextNode(nodes, at, [])?.id).toBe('resists-repair');
    expect(nextNode(nodes, at, ['resists-repair'])?.id).toBe('set-up');
  });

  it('stays with the question that is shown, then goes on to the others, and ends', () => {
    const way: string[] = [];
    const at = { argument: '', question: 'survives' as const };
    for (let next = nextNode(nodes, at, way); next; next = nextNode(nodes, at, way)) {
      way.push(next.id);
    }
    const own = nodes.filter((node) => isAskedFor(node, 'survives')).map(({ id }) => id);
    expect(way.slice(0, own.length).sort()).toEqual(own.sort());
    expect(way).toHaveLength(nodes.length);
  });

  it('shows an argument under the question that is shown, where it bears on that', () => {
    const node = nodes.find(({ id }) => id === 'sleepers')!;
    expect(questionFor(node, 'missed')).toBe('missed');
    expect(questionFor(node, 'all')).toBe('all');
    expect(questionFor(node, 'matters')).toBe('survives');
  });

  it('knows what answers an argument', () => {
    const ids = answersTo('set-up', nodes).map(({ id }) => id);
    expect(ids).toContain('not-told');
  });
});

describe('what the reader wrote', () => {
  it('counts arguments that are there, on the questions that they bear on', () => {
    expect(movedBy(nodes, notebook, 'up').map(({ id }) => id)).toEqual(['lock-in']);
    expect(movedBy(nodes, notebook, 'down', 'unprompted').map(({ id }) => id)).toEqual(['set-up']);
    expect(movedBy(nodes, notebook, 'down', 'matters')).toEqual([]);
  });

  it('has changed only where there is a before and an after', () => {
    expect(changedQuestions(notebook)).toEqual(['unprompted']);
    expect(changedQuestions({ ...notebook, after: notebook.before })).toEqual([]);
  });

  it('is in the title', () => {
    const of = (given: Notebook) => finding(labels, nodes, given);
    expect(of(emptyNotebook)).toMatch(/\b9 arguments each, and 2\b/);
    expect(of({ ...emptyNotebook, opened: ['set-up'], marks: { 'set-up': 'not' } })).toBe(
      'You have opened 1 of 20 arguments; none has moved you yet',
    );
    expect(of(notebook)).toBe(
      'You have opened 2 of 20 arguments: 1 moved you up, 1 moved you down. 1 of your estimates changed',
    );
  });

  it('is in the table, beside the argument', () => {
    const { columns, rows } = tableOf(labels, nodes, notebook);
    expect(rows).toHaveLength(nodes.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(rows[0]!.slice(-2)).toEqual([labels.yes, labels.marks.down]);
    expect(rows[1]!.slice(-2)).toEqual([labels.no, labels.missing]);
  });

  it('is not in the sentence on the state, which tells what answers what', () => {
    const said = sentence(labels, nodes, { ...defaults, argument: 'not-told' }, notebook);
    expect(said).toContain('It answers “The story set it up”.');
    expect(said).toMatch(/It is answered by .*“Most models do not”/);
  });
});

describe('an estimate', () => {
  const enter = (given: Notebook, entered: Parameters<typeof withEstimates>[2]) =>
    withEstimates(given, nodes, entered, '2026-12-01');
  const on = '2026-12-01';

  it('is a first one while no argument on its question was open', () => {
    const { before, after } = enter(
      { ...emptyNotebook, opened: ['benign'] },
      { unprompted: 40, matters: 70 },
    );
    expect(before).toEqual({ unprompted: { value: 40, on } });
    expect(after).toEqual({ matters: { value: 70, on } });
  });

  it('never takes the place of a first one, and has a day of its own', () => {
    const next = enter(
      { ...notebook, opened: ['set-up'] },
      { unprompted: 99, missed: 10, survives: 20 },
    );
    expect(next.before).toEqual({ ...notebook.before, survives: { value: 20, on } });
    expect(next.after).toEqual({
      unprompted: { value: 99, on },
      missed: { value: 10, on },
      matters: notebook.after.matters,
    });
    expect(latest(next)).toEqual({ unprompted: 99, survives: 20, missed: 10, matters: 70 });
  });

  it('is none where the slider was left as it stood', () => {
    expect(enter(notebook, latest(notebook))).toEqual(notebook);
  });
});

describe('an argument that is opened', () => {
  it('is added once, and what was known already stays the same notebook', () => {
    const once = withOpened(notebook, 'benign');
    expect(once).toEqual({ ...notebook, opened: [...notebook.opened, 'benign'] });
    expect(withOpened(once, 'benign')).toBe(once);
    expect(withOpened(notebook, '')).toBe(notebook);
  });

  it('informs what is estimated after it, also after all was deleted', () => {
    const on = '2026-11-21';
    const again = withOpened(emptyNotebook, 'set-up');
    expect(withEstimates(again, nodes, { unprompted: 20 }, on)).toMatchObject({
      before: {},
      after: { unprompted: { value: 20, on } },
    });
  });
});

describe('a notebook that was kept', () => {
  const reads = (value: unknown) => v.safeParse(notebookSchema, value).success;

  it('is read as it was written', () => {
    expect(v.parse(notebookSchema, JSON.parse(JSON.stringify(notebook)))).toEqual(notebook);
    expect(reads(emptyNotebook)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    [
      'a share above all',
      { ...emptyNotebook, before: { missed: { value: 101, on: '2026-11-01' } } },
    ],
    ['half a share', { ...emptyNotebook, before: { missed: { value: 1.5, on: '2026-11-01' } } }],
    ['an estimate without its day', { ...emptyNotebook, before: { missed: { value: 50 } } }],
    ['another question', { ...emptyNotebook, before: { luck: { value: 5, on: '2026-11-01' } } }],
    ['another mark', { ...emptyNotebook, marks: { 'set-up': 'sideways' } }],
    ['a name that is none', { ...emptyNotebook, opened: ['<b>'] }],
    ['more than there can be', { ...emptyNotebook, opened: Array(201).fill('set-up') }],
    ['a field too many', { ...emptyNotebook, note: 'x' }],
  ])('is refused with %s', (_, value) => {
    expect(reads(value)).toBe(false);
  });
});

describe('links', () => {
  const schema = linkSchemaFor(nodes.map(({ id }) => id));

  it('hold an argument and a question, and nothing of the reader', () => {
    const link = { argument: 'set-up', question: 'missed' };
    expect(v.parse(schema, link)).toEqual(link);
    for (const bad of [{ argument: 'nobody' }, { question: 'luck' }, { before: '40' }]) {
      expect(v.safeParse(schema, bad).success).toBe(false);
    }
  });
});

describe('what the reader takes away', () => {
  it('is a text with every question, its estimates and what moved them', () => {
    const text = toMarkdown(labels, nodes, notebook);
    for (const id of questions) expect(text).toContain(`## ${labels.questions[id].name}`);
    expect(text).toContain('- before 40 in 100, on 2026-11-01\n- now 30 in 100, on 2026-11-02\n');
    expect(text).toContain(`- before ${labels.exportNone}\n- now 70 in 100, on 2026-11-03\n`);
    expect(text).toContain('- Moved you down: The story set it up.');
    expect(text).toContain('**AGI and lock-in** (the alarmed, scenario)');
    expect(text).not.toContain('gone-since');
  });

  it('keeps Markdown of a title from being read as such', () => {
    const odd = [{ ...nodes[0]!, title: 'a *b* [c](d) <e>' }];
    expect(toMarkdown(labels, odd, notebook)).toContain('a \\*b\\* \\[c\\](d) \\<e\\>');
  });

  it('is data with the wording that was asked', () => {
    const data = JSON.parse(toJson(labels, nodes, notebook)) as {
      questions: Record<string, unknown>[];
      arguments: Record<string, unknown>[];
    };
    expect(data.questions[0]).toEqual({
      id: 'unprompted',
      wording: labels.questions.unprompted.wording,
      before: { value: 40, on: '2026-11-01' },
      after: { value: 30, on: '2026-11-02' },
    });
    expect(data.questions[1]).toMatchObject({ before: null, after: null });
    expect(data.arguments).toHaveLength(nodes.length);
    expect(data.arguments.find(({ id }) => id === 'lock-in')).toMatchObject({
      kind: 'scenario',
      opened: true,
      mark: 'up',
    });
  });

  it('is dated by the clock on the wall', () => {
    expect(dayOf(new Date(2030, 0, 5, 23, 59))).toBe('2030-01-05');
  });
});
