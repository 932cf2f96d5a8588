// What a long session leaves behind: sliders moved for half an hour, and what the page holds afterwards.
// Used by the fault tests, in short, and by `npm run bench -- sessions`, in full.

/** @typedef {import('@playwright/test').CDPSession} CDPSession */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {{ heap: number, nodes: number, listeners: number }} Weight `heap` in bytes */

/**
 * What a page holds that cannot be let go of.
 * @param {CDPSession} session of the page; its domain `Performance` is switched on
 * @returns {Promise<Weight>}
 */
export async function weigh(session) {
  await session.send('Performance.enable');
  // What is let go of by the first round may hold something that only the next one finds.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { heap, nodes: valueOf('Nodes'), listeners: valueOf('JSEventListeners') };
}

/**
 * Moves the sliders of a figure to and fro, one after the other, each move a task of its own.
 * @param {Locator} figure with its outcome in sight
 * @param {number} moves
 * @returns {Promise<number>} how many sliders there were
 */
export const moveSliders = (figure, moves) =>
  figure.evaluate(async (node, moves) => {
    const { port1, port2 } = new MessageChannel();
    const nextTask = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      });
    const sliders = () => [...node.querySelectorAll('input[type=range]:enabled')];
    for (let move = 0; move < moves; move += 1) {
      const all = sliders();
      // A while at one slider, as a hand does.
      const slider = all[Math.floor(move / 20) % all.length];
      const [min, max, step] = [slider.min, slider.max, slider.step].map(Number);
      const stops = Math.round((max - min) / step);
      slider.value = String(min + step * ((move * 7) % (stops + 1)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await nextTask();
    }
    port1.close();
    return sliders().length;
  }, moves);
