import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/lib/read-content.ts';
import { cueModel } from '../../src/models/cue-model.ts';
import {
  defaults,
  linkSchema,
  outOfHundred,
  reasoning,
  type CueSwitchState,
} from '../../src/widgets/cue-switch/cue-switch.ts';
import { interfaceText } from '../support/interface-text.ts';

const evidence = readEvidence();
const published = (id: string) => evidence.get(id)!.figures!['value']!.value!;
const labels = interfaceText.cueSwitch;
const models = { training: cueModel({ tier: 'free' }), deployment: cueModel({ tier: 'paid' }) };
const linesOf = (condition: CueSwitchState['condition'], reply: CueSwitchState['reply']) =>
  reasoning(labels, models[condition], { condition, reply });

describe('the dots', () => {
  const counts = outOfHundred({
    compliedTraining: published('G24-001'),
    fakingTraining: published('G24-003'),
    compliedDeployment: published('G24-002'),
  });

  it('are the published rates in whole replies', () => {
    expect(counts).toEqual({
      training: { fakes: 12, answers: 2, refuses: 86 },
      deployment: { fakes: 0, answers: 3, refuses: 97 },
    });
  });

  it('are a hundred a side', () => {
    for (const side of Object.values(counts)) {
      expect(side.fakes + side.answers + side.refuses).toBe(100);
    }
  });
});

describe('the scratchpad gives each step the model’s probability', () => {
  const { training, deployment } = models;

  it.each([
    ['training', 'fakes', true, 1 - training.argued.probabilities.refuse],
    ['training', 'answers', false, training.unargued.probabilities.obey],
    ['training', 'refuses', false, training.unargued.probabilities.refuse],
    ['deployment', 'answers', false, deployment.unargued.probabilities.obey],
    ['deployment', 'refuses', true, deployment.argued.probabilities.refuse],
  ] as const)('%s, %s', (condition, reply, argued, decision) => {
    const { registers, notices, derives } = models[condition].links;
    const lines = linesOf(condition, reply);
    expect(lines.map(({ id }) => id)).toEqual(['notices', 'conflict', 'derives', 'decides']);
    const probabilities = [
      registers.probability,
      notices.probability,
      argued ? derives.probability : 1 - derives.probability,
      decision,
    ];
    lines.forEach(({ probability }, index) =>
      expect(probability).toBeCloseTo(probabilities[index]!, 12),
    );
    expect(lines[2]).toMatchObject({ key: argued, absent: !argued });
  });

  it('so that the four steps of a fake multiply to its rate', () => {
    const product = (condition: CueSwitchState['condition'], reply: CueSwitchState['reply']) =>
      linesOf(condition, reply).reduce((sofar, { probability }) => sofar * probability!, 1);
    const { strategic, minimal } = training.actions;
    expect(product('training', 'fakes')).toBeCloseTo(strategic + minimal, 12);
    expect(product('deployment', 'refuses')).toBeCloseTo(
      deployment.argument * deployment.argued.probabilities.refuse,
      12,
    );
  });
});

describe('the words of the scratchpad', () => {
  const all = (['training', 'deployment'] as const).flatMap((condition) =>
    (['fakes', 'answers', 'refuses'] as const).map((reply) => linesOf(condition, reply)),
  );

  it('leave no hole unfilled', () => {
    for (const { text, term, meaning } of all.flat()) {
      expect(`${text} ${term} ${meaning}`).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it('speak of training only where the chat is used for it', () => {
    expect(linesOf('training', 'fakes')[0]!.text).toBe(labels.noticesTraining);
    expect(linesOf('deployment', 'refuses')[0]!.text).toBe(labels.noticesDeployment);
    expect(linesOf('training', 'fakes')[2]!.text).toBe(labels.derivesTraining);
    expect(linesOf('deployment', 'refuses')[2]!.text).toBe(labels.derivesDeployment);
    expect(linesOf('training', 'answers')[2]!.text).toBe(labels.notDerived);
  });

  it('say what is lost by being changed, and that nothing is where nothing is trained', () => {
    expect(linesOf('training', 'fakes')[3]!.meaning).toContain(
      models.training.valueAtStake.toFixed(2),
    );
    expect(linesOf('deployment', 'refuses')[3]!.meaning).toContain('0.00');
  });
});

describe('the address', () => {
  it('knows each condition and reply, and nothing else', () => {
    expect(v.parse(linkSchema, {})).toEqual(defaults);
    const state = { condition: 'deployment', reply: 'refuses' };
    expect(v.parse(linkSchema, state)).toEqual(state);
    for (const bad of [{ condition: 'night' }, { reply: 'lies' }, { tier: 'free' }]) {
      expect(v.safeParse(linkSchema, bad).success).toBe(false);
    }
  });
});
