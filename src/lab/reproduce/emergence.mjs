// Three skills that grow smoothly with size, and four scores that are made of them.
import {
  allOrNothing,
  chance,
  fakingSkills,
  logScore,
  partialCredit,
  seenAtLeastOnce,
} from 'unwatched-models/emergence';

const skills = fakingSkills(3);
const tries = 100;
const share = (value) => Number(value.toFixed(4));

// Sizes every half decade; the smallest on show counts as 1.
const smallest = 21;
const sizes = Array.from({ length: 13 }, (_, step) => smallest + step / 2);
console.table(
  sizes.map((size) => {
    const [awareness, goal, planning] = skills.map((skill) => share(chance(skill, size)));
    const all = allOrNothing(skills, size);
    return {
      size: Number((10 ** (size - smallest)).toPrecision(3)),
      ...{ awareness, goal, planning },
      allOrNothing: share(all),
      partialCredit: share(partialCredit(skills, size)),
      logScore: Number(logScore(skills, size).toFixed(3)),
      seenOnce: share(seenAtLeastOnce(all, tries)),
    };
  }),
);
