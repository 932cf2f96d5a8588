import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { ReportFailed, type Interaction } from '../../src/report/reporter.ts';
import { findApi } from '../../src/report/scorm-api.ts';
import { Scorm12 } from '../../src/report/scorm12.ts';
import { Scorm2004 } from '../../src/report/scorm2004.ts';

const opened = Date.UTC(2026, 10, 2, 9);
/** An hour, a minute and a second and a half after it was opened. */
const now = () => opened + 3_661_500;
const quiet = { logLevel: 5 } as const;

const common = {
  id: '000000000-0000000000',
  stem: 'Which?',
  tolerance: 0,
  at: opened + 5000,
  latency: 65_250,
};
const answers: Interaction[] = [
  { ...common, check: 'a-b/one', kind: 'single', given: [1], right: [2], correct: false },
  {
    ...common,
    check: 'a-b/several',
    kind: 'multiple',
    given: [0, 3],
    right: [0, 3],
    correct: true,
  },
  {
    ...common,
    check: 'a-b/row',
    kind: 'order',
    given: [2, 0, 1],
    right: [0, 1, 2],
    correct: false,
  },
  {
    ...common,
    ...{ check: 'a-b/number', kind: 'numeric', given: [14.5], right: [14.2], correct: true },
    tolerance: 0.5,
  },
];

describe('SCORM 1.2', () => {
  const launch = async (data: Record<string, string> = {}) => {
    const api = new Scorm12API(quiet);
    api.loadFromFlattenedJSON(data);
    // What a content may write and not read is seen on its way.
    const set: Record<string, string> = {};
    api.on('LMSSetValue.*', (element: string, value: string) => (set[element] = value));
    const reporter = new Scorm12(api, now, opened);
    return { api, set, reporter, begun: await reporter.init() };
  };

  test('opens a first visit, and a later one with what was kept', async () => {
    const first = await launch();
    expect(first.begun).toEqual({
      learner: '',
      state: '',
      mode: 'normal',
      mastery: undefined,
      completed: false,
    });
    expect(first.api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
    const later = await launch({
      'cmi.core.student_id': 'ada',
      'cmi.core.lesson_status': 'completed',
      'cmi.suspend_data': '1.abc',
      'cmi.student_data.mastery_score': '80',
    });
    expect(later.begun).toEqual({
      learner: 'ada',
      state: '1.abc',
      mode: 'normal',
      mastery: 0.8,
      completed: true,
    });
    expect(later.api.LMSGetValue('cmi.core.lesson_status')).toBe('completed');
  });

  test.each(['review', 'browse'] as const)('opened for %s, changes nothing', async (mode) => {
    const { api, begun } = await launch({ 'cmi.core.lesson_mode': mode });
    expect(begun.mode).toBe(mode);
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('not attempted');
  });

  test('reports answers, score and completion in its own words', async () => {
    const { api, set, reporter } = await launch();
    for (const answer of answers) reporter.interaction(answer);
    expect(set['cmi.interactions.1.correct_responses.0.pattern']).toBe('a,d');
    reporter.score(2 / 3);
    reporter.state('1.state');
    reporter.complete({ done: false, passed: undefined });
    expect(api.cmi.core.lesson_status).toBe('incomplete');
    reporter.complete({ done: true, passed: undefined });
    await reporter.flush();
    const { cmi } = api.renderCMIToJSONObject() as unknown as {
      cmi: { core: Record<string, unknown>; suspend_data: string; interactions: unknown };
    };
    expect(cmi.suspend_data).toBe('1.state');
    expect(cmi.core).toMatchObject({
      lesson_status: 'completed',
      score: { raw: '66.67', min: '0', max: '100' },
      exit: 'suspend',
      session_time: '01:01:01.5',
    });
    const written = JSON.parse(JSON.stringify(cmi.interactions)) as Record<string, object>;
    const common = { latency: '00:01:05.25', time: expect.stringMatching(/^\d\d:\d\d:05$/) };
    expect(written).toMatchObject({
      0: { id: 'a-b_one', type: 'choice', student_response: 'b', result: 'wrong', ...common },
      1: { id: 'a-b_several', type: 'choice', student_response: 'a,d', result: 'correct' },
      2: { id: 'a-b_row', type: 'sequencing', student_response: 'c,a,b', result: 'wrong' },
      3: { id: 'a-b_number', type: 'numeric', student_response: '14.5', result: 'correct' },
    });
  });

  test('with too few right it stays open, since some systems close what has failed', async () => {
    const { api, reporter } = await launch();
    reporter.complete({ done: true, passed: false });
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('incomplete');
    reporter.complete({ done: true, passed: true });
    expect(api.LMSGetValue('cmi.core.lesson_status')).toBe('passed');
  });

  test('what was passed stays passed, and what a system calls failed on leaving goes on', async () => {
    const passed = await launch({ 'cmi.core.lesson_status': 'passed' });
    passed.reporter.complete({ done: false, passed: undefined });
    expect(passed.api.LMSGetValue('cmi.core.lesson_status')).toBe('passed');
    const failed = await launch({ 'cmi.core.lesson_status': 'failed' });
    expect(failed.begun.completed).toBe(false);
    failed.reporter.complete({ done: true, passed: true });
    expect(failed.api.LMSGetValue('cmi.core.lesson_status')).toBe('passed');
  });
});

describe('SCORM 2004', () => {
  const launch = async (data: Record<string, string> = {}) => {
    const api = new Scorm2004API(quiet);
    api.loadFromFlattenedJSON(data);
    const reporter = new Scorm2004(api, now, opened);
    return { api, reporter, begun: await reporter.init() };
  };

  test('opens a later visit with what was kept', async () => {
    const { begun } = await launch({
      'cmi.completion_status': 'completed',
      'cmi.suspend_data': '1.abc',
      'cmi.scaled_passing_score': '0.8',
      'cmi.learner_id': 'ada',
    });
    expect(begun).toEqual({
      learner: 'ada',
      state: '1.abc',
      mode: 'normal',
      mastery: 0.8,
      completed: true,
    });
  });

  test.each(['review', 'browse'] as const)('opened for %s, changes nothing', async (mode) => {
    const { api, begun } = await launch({ 'cmi.mode': mode });
    expect(begun.mode).toBe(mode);
    expect(api.GetValue('cmi.completion_status')).toBe('unknown');
  });

  test('reports answers, score, completion and success in its own words', async () => {
    const { api, reporter } = await launch();
    for (const answer of answers) reporter.interaction(answer);
    reporter.score(2 / 3);
    reporter.state('1.state');
    reporter.complete({ done: true, passed: false });
    await reporter.flush();
    const get = (element: string) => String(api.GetValue(`cmi.${element}`));
    expect(get('score.scaled')).toBe('0.6667');
    expect(get('score.raw')).toBe('66.67');
    // Still open: some systems take no further answer once it is completed.
    expect(get('completion_status')).toBe('incomplete');
    expect(get('success_status')).toBe('failed');
    expect(get('suspend_data')).toBe('1.state');
    expect(api.renderCMIToJSONObject()).toMatchObject({ cmi: { exit: 'suspend' } });
    const rows = [...answers.keys()].map((index) =>
      ['id', 'type', 'learner_response', 'correct_responses.0.pattern', 'result', 'latency'].map(
        (part) => get(`interactions.${index}.${part}`),
      ),
    );
    expect(rows).toEqual([
      ['urn:unwatched:a-b:one', 'choice', 'b', 'c', 'incorrect', 'PT65.25S'],
      ['urn:unwatched:a-b:several', 'choice', 'a[,]d', 'a[,]d', 'correct', 'PT65.25S'],
      ['urn:unwatched:a-b:row', 'sequencing', 'c[,]a[,]b', 'a[,]b[,]c', 'incorrect', 'PT65.25S'],
      ['urn:unwatched:a-b:number', 'numeric', '14.5', '13.7[:]14.7', 'correct', 'PT65.25S'],
    ]);
    expect(get('interactions.0.timestamp')).toBe('2026-11-02T09:00:05.00Z');
    expect(get('interactions.0.description')).toBe('Which?');
  });
});

describe('a hostile course system', () => {
  const hostile: [string, object][] = [
    [
      'throws',
      {
        LMSInitialize: () => {
          throw new Error('boo');
        },
      },
    ],
    ['lacks functions', {}],
    ['answers junk', { LMSInitialize: () => ({ then: 1 }), LMSGetLastError: () => '101' }],
    [
      'throws what is no error',
      {
        LMSInitialize: () => {
          throw null;
        },
      },
    ],
    [
      'throws when looked at',
      Object.defineProperty({}, 'LMSInitialize', {
        get: () => {
          throw new Error('no');
        },
      }),
    ],
  ];
  test.each(hostile)('that %s is told apart at once', async (_, api) => {
    await expect(new Scorm12(api).init()).rejects.toBeInstanceOf(ReportFailed);
  });

  test('that gives junk values is read as one that says nothing', async () => {
    const api = {
      LMSInitialize: () => 'true',
      LMSSetValue: () => 'true',
      LMSGetValue: () => ({ toString: () => 'review' }),
    };
    expect(await new Scorm12(api).init()).toEqual({
      learner: '',
      state: '',
      mode: 'normal',
      mastery: undefined,
      completed: false,
    });
  });

  test('that does not commit is finished all the same, and the failure told', async () => {
    const called: string[] = [];
    const api = new Proxy(
      {},
      {
        get: (_, name) => () => {
          called.push(String(name));
          return name === 'LMSCommit' ? 'false' : name === 'LMSGetLastError' ? '391' : 'true';
        },
      },
    );
    const failure = new Scorm12(api).flush('leaving');
    await expect(failure).rejects.toMatchObject({ call: 'LMSCommit', answer: '391' });
    expect(called.at(-1)).toBe('LMSFinish');
  });

  test('without interactions is not asked for them, and the rest is reported', async () => {
    const set: string[] = [];
    const api = {
      LMSInitialize: () => 'true',
      LMSGetValue: () => '',
      LMSGetLastError: () => '401',
      LMSSetValue: (element: string) => {
        set.push(element);
        return String(!element.startsWith('cmi.interactions'));
      },
    };
    const reporter = new Scorm12(api);
    await reporter.init();
    reporter.interaction(answers[0]!);
    reporter.score(1);
    expect(set.filter((element) => element.startsWith('cmi.interactions'))).toHaveLength(1);
    expect(set).toContain('cmi.core.score.raw');
  });
});

describe('the search for the system', () => {
  const api = { found: true };
  const window = (parent: object | undefined, more: object = {}) => {
    const made: Record<string, unknown> = { ...more };
    made['parent'] = parent ?? made;
    return made as { parent: unknown; opener?: unknown };
  };
  const foreign = (parent: object) =>
    new Proxy(window(parent), {
      get: (target, name) => {
        if (name === 'parent') return target.parent;
        throw new DOMException('foreign', 'SecurityError');
      },
    });

  test('goes up through windows of other origins, and to whoever opened one', () => {
    const top = window(undefined, { API: api });
    expect(findApi(window(window(top)), 'API')).toBe(api);
    expect(findApi(window(foreign(window(top))), 'API')).toBe(api);
    expect(findApi(window(undefined, { opener: window(top) }), 'API')).toBe(api);
    expect(findApi(window(window(undefined, { opener: top })), 'API')).toBe(api);
    expect(findApi(window(top), 'API_1484_11')).toBeUndefined();
  });

  test('ends', () => {
    const endless = () => ({
      get parent(): unknown {
        return endless();
      },
      get opener(): unknown {
        return endless();
      },
    });
    expect(findApi(endless(), 'API')).toBeUndefined();
  });
});
