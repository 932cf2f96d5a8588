import {
  afterCleanRecord,
  inspectionDefaults,
  inspectionPayoffs,
  solveInspection,
} from '../../models/inspection-game.ts';
import { solveSandbox } from '../../models/sandbox-game.ts';
import { recognition } from '../../models/test-awareness.ts';
import { findFigure } from '../find-published.ts';
import { readEvidence } from '../read-content.ts';
import { figureMaker, type ModelFigures } from './figure-maker.ts';

/**
 * Numbers of the oversight game at its illustrative payoffs.
 *
 * @throws {Error} a sentence for the author when a published figure cannot be read.
 */
export function oversightFigures(): ModelFigures {
  return { ...audits(), ...tests() };
}

/** Audits of live traffic, and what moves when one payoff doubles. */
function audits(): ModelFigures {
  const { figure, percent } = figureMaker('Inspection game');
  const game = inspectionDefaults;
  const rest = solveInspection(game);
  const harmful = solveInspection({ ...game, harm: 2 * game.harm });
  const tempting = solveInspection({ ...game, prize: 2 * game.prize });
  const caught = rest.audit * rest.act * game.catchRate;
  const clean = (slots: number) =>
    percent(
      afterCleanRecord(game.prior, caught, slots),
      `chance of a faker after ${slots} slots with nothing caught`,
    );
  // Where a faker knows that it is looked at so often, waiting is its best answer.
  const announced = -inspectionPayoffs(game, rest.audit, 0).trainer;
  return {
    'oversight.prior': percent(game.prior, 'chance of a faker at first, a convention'),
    'oversight.audit': percent(rest.audit, 'slots that are looked at in equilibrium'),
    'oversight.act': percent(rest.act, 'slots in which a faker acts in equilibrium'),
    'oversight.act-harm': percent(harmful.act, 'slots in which a faker acts, harm doubled'),
    'oversight.audit-prize': percent(tempting.audit, 'slots that are looked at, prize doubled'),
    'oversight.clean-10': clean(10),
    'oversight.clean-50': clean(50),
    'oversight.cost': figure(-rest.trainer, '', 'loss of the overseer in equilibrium, in a slot'),
    'oversight.announced': figure(
      announced,
      '',
      'loss of an overseer who is bound to look just often enough that a faker waits, in a slot',
    ),
  };
}

/** Tests whose cues leak as well as the area published for the best model says. */
function tests(): ModelFigures {
  const { figure, percent } = figureMaker('Sandbox game');
  const { auditCost, ...payoffs } = inspectionDefaults;
  const settings = { ...payoffs, testCost: auditCost };
  const area = findFigure(readEvidence(), 'SA-001', 'model').value;
  const seen = recognition(area);
  return {
    'oversight.tests-plain': percent(
      solveSandbox({ ...settings, ...recognition(0.5) }).test,
      'slots that are tests where no cue tells',
    ),
    'oversight.tests-leaky': percent(
      solveSandbox({ ...settings, ...seen }).test,
      'slots that are tests at the published area, with the line drawn halfway',
    ),
    'oversight.odds': figure(
      (1 - seen.mistaken) / (1 - seen.recognised),
      '',
      'factor in the odds of a test, at the published area',
    ),
  };
}
