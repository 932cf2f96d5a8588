import { expect, test } from 'vitest';
import { withFigureImports } from '../../src/lib/figure-imports.mjs';

const head = '---\ntitle: A lesson\n---\n';

test('a lesson gets the imports of the figures that it shows, and of no others', () => {
  const body = 'Words.\n\n<CueSwitch predict />\n\nMore.\n\n<BuoyRace />\n';
  expect(withFigureImports(head + body)).toBe(
    `${head}
import CueSwitch from '/src/widgets/cue-switch/CueSwitch.astro';
import BuoyRace from '/src/widgets/buoy-race/BuoyRace.astro';

${body}`,
  );
});

test('a text without figures is left as it is', () => {
  const text = `${head}Words about a <Term id="cue">cue</Term>, not a <CueSwitchboard />.\n`;
  expect(withFigureImports(text)).toBe(text);
});
