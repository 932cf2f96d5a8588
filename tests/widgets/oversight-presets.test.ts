import { describe, expect, it } from 'vitest';
import { solveInspection, inspectionBimatrix } from '../../src/models/inspection-game.ts';
import { solveSandbox, sandboxBimatrix } from '../../src/models/sandbox-game.ts';
import { equilibria } from '../../src/models/support-enumeration.ts';
import { standingOf } from '../../src/widgets/oversight-game/closed-form.ts';
import { sandboxSettings } from '../../src/widgets/oversight-game/curves.ts';
import {
  defaults,
  payoffs,
  scales,
  settingsOf,
  type OversightState,
} from '../../src/widgets/oversight-game/oversight-game.ts';
import { payoffBounds } from '../../src/widgets/oversight-game/any-game.ts';
import { presets, roundedGame } from '../../src/widgets/oversight-game/presets.ts';

describe('the games of the lesson as tables', () => {
  it('have the golden equilibria, as closed form and solver find them', () => {
    const at = (name: 'audit' | 'sandbox') => {
      const { game, known } = presets[name];
      const { found } = equilibria(game);
      expect(found).toHaveLength(1);
      found[0]!.row.forEach((p, i) => expect(p).toBeCloseTo(known[0]!.row[i]!, 9));
      found[0]!.column.forEach((p, i) => expect(p).toBeCloseTo(known[0]!.column[i]!, 9));
      return found[0]!;
    };
    const audit = at('audit');
    expect(audit.row[0]).toBeCloseTo(0.3125, 9);
    expect(audit.column[0]).toBeCloseTo(0.25, 9);
    const sandbox = at('sandbox');
    expect(sandbox.row[0]).toBeCloseTo(5 / 9, 9);
    expect(sandbox.column[2]).toBeCloseTo(0.3125, 9);
  });

  it('fit the table wherever the sliders stand', () => {
    for (const end of ['min', 'max'] as const)
      for (const prior of [1, 100]) {
        const state = { ...defaults, prior } as OversightState;
        for (const key of payoffs) if (key !== 'prior') state[key] = scales[key][end];
        for (const game of [
          inspectionBimatrix(settingsOf(state)),
          sandboxBimatrix(sandboxSettings(state)),
        ])
          for (const payoff of [...game.row, ...game.column].flat()) {
            expect(payoff).toBeGreaterThanOrEqual(payoffBounds.least);
            expect(payoff).toBeLessThanOrEqual(payoffBounds.most);
          }
      }
  });

  it('lose nothing but the last digits where they are rounded', () => {
    const settings = settingsOf({ ...defaults, prior: 37, catchRate: 63, prize: 17 });
    const { audit, act } = solveInspection(settings);
    const [one] = equilibria(roundedGame(inspectionBimatrix(settings))).found;
    expect(one!.row[0]).toBeCloseTo(audit, 9);
    expect(one!.column[0]).toBeCloseTo(act, 9);
  });
});

describe('a closed form beside the solver', () => {
  const inspection = (change: Partial<OversightState>) => {
    const settings = settingsOf({ ...defaults, ...change });
    const { audit, act } = solveInspection(settings);
    return standingOf(inspectionBimatrix(settings), [audit, 1 - audit], [act, 1 - act]);
  };
  const sandbox = (change: Partial<OversightState>) => {
    const settings = sandboxSettings({ ...defaults, ...change });
    const { test, policies } = solveSandbox(settings);
    return standingOf(sandboxBimatrix(settings), [test, 1 - test], policies);
  };

  it('is the only equilibrium at rest and in each regime', () => {
    for (const change of [{}, { harm: 1 }, { catchRate: 22 }])
      expect(inspection(change)).toEqual({ standing: 'only', found: 1 });
    for (const change of [{}, { auditCost: 40 }, { auditCost: 100 }, { area: 99, suspicion: 20 }])
      expect(sandbox(change)).toEqual({ standing: 'only', found: 1 });
  });

  it('is one of many where cues say nothing or a border is met', () => {
    expect(inspection({ prior: 5 }).standing).toBe('corners');
    expect(sandbox({ area: 50 }).standing).toBe('corners');
    expect(sandbox({ catchRate: 0 }).standing).toBe('corners');
  });

  it('would be found out', () => {
    const game = inspectionBimatrix(settingsOf(defaults));
    expect(standingOf(game, [0.3, 0.7], [0.25, 0.75]).standing).toBe('none');
  });

  it('is never denied: over the whole range of every slider it stands', () => {
    for (const key of payoffs) {
      const { min, max } = scales[key];
      for (let at = min; at <= max; at += 1) {
        expect([key, at, inspection({ [key]: at }).standing]).not.toContain('none');
        expect([key, at, sandbox({ [key]: at }).standing]).not.toContain('none');
      }
    }
    for (let area = 50; area <= 99; area += 1)
      for (const suspicion of [-20, -7, 0, 7, 20])
        expect([area, suspicion, sandbox({ area, suspicion }).standing]).not.toContain('none');
  });
});
