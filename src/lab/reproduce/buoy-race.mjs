// A flawed reward, exploited: a boat is paid for buoys, where finishing the race was meant.
import { bestRace } from 'unwatched-models/buoy-race';
import { trainedBoat } from 'unwatched-models/buoy-race-training';

const bonus = 3;
const boat = trainedBoat({ bonus, once: false, learner: 'network', seed: 2 });

console.log('What the learner comes to:');
console.table(
  boat.after.map((races, look) => ({
    races,
    score: Number(boat.scores[look].toFixed(2)),
    finishedOfHundred: Number((100 * boat.finished[look]).toFixed(1)),
  })),
);

// Where each buoy counts once, a small bonus is best won after a lap, a large one straight away.
console.log('Boats that sail by plan:');
console.table(
  [bonus, 60].map((planned) => {
    const { conduct, points, moves } = bestRace({ bonus: planned, once: true });
    return { conduct, score: points + bonus, finishedOfHundred: moves ? 100 : 0 };
  }),
);
