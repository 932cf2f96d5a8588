// The smooth curves behind two published areas: how well tests are told from real use.
import { caughtAt, discriminability } from 'unwatched-models/binormal';

// Needham et al. 2025, abstract: the best model, and people.
const published = { models: 0.83, people: 0.92 };
const alarms = Array.from({ length: 41 }, (_, step) => Math.sin((Math.PI * step) / 80) ** 2);

/** The area below a curve through these shares of false alarms, by trapezoids. */
function areaBelow(dPrime) {
  const caught = alarms.map((share) => caughtAt(share, dPrime));
  return alarms
    .slice(1)
    .reduce((sum, share, i) => sum + ((share - alarms[i]) * (caught[i] + caught[i + 1])) / 2, 0);
}

console.log('Area under each curve as it is drawn:');
console.table([
  Object.fromEntries(
    Object.entries(published).map(([who, area]) => [
      who,
      Number(areaBelow(discriminability(area)).toFixed(2)),
    ]),
  ),
]);
