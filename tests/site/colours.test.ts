import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** What a rule of the style sheet says of colours: `--ink: #1d1a16` or `--ink: light-dark(#1d1a16, #ebe7df)`. */
function coloursOf(selector: string): [name: string, value: string][] {
  const from = css.indexOf(`${selector} {`);
  const rule = css.slice(from, css.indexOf('\n}', from));
  return [...rule.matchAll(/--([\w-]+): ([^;]*#\w{6}[^;]*);/g)].map(([, name, value]) => [
    name!,
    value!,
  ]);
}

/** The colours on a ground in a theme, by name. */
function palette(light: string, theme: 'light' | 'dark'): Record<string, string> {
  const all = [...coloursOf(':root'), ...(light ? coloursOf(light) : [])];
  return Object.fromEntries(
    all.map(([name, value]) => [name, value.match(/#\w{6}/g)!.at(theme === 'dark' ? -1 : 0)!]),
  );
}

const grounds = [
  ['the page, light', palette('', 'light')],
  ['the page, dark', palette('', 'dark')],
  ['the light of training, light', palette('.lit', 'light')],
  ['the light of training, dark', palette('.lit', 'dark')],
  ['the night of deployment', palette('.night', 'dark')],
] as const;

/** Red, green and blue as amounts of light, from 0 to 1. */
const linear = (colour: string) =>
  [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [one, other]
    .map((colour) => dot(linear(colour), [0.2126, 0.7152, 0.0722]))
    .sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/**
 * Other colour vision at its strongest, by Machado, Oliveira and Fernandes (2009).
 *
 * @see https://doi.org/10.1109/TVCG.2009.113
 */
const visions: Record<string, readonly [Triple, Triple, Triple]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour in CIELAB, as it is seen. */
function seen(colour: string, vision: string): Triple {
  const light = visions[vision]!.map((row) =>
    Math.min(1, Math.max(0, dot(row, linear(colour)))),
  ) as unknown as Triple;
  const bend = (share: number) =>
    share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  const x = bend(dot(light, [0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = bend(dot(light, [0.2126, 0.7152, 0.0722]));
  const z = bend(dot(light, [0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76: by about two a difference begins to be seen. */
const difference = (one: string, other: string, vision: string) => {
  const [a, b] = [seen(one, vision), seen(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** What says training or deployment, or that an answer was faked. Everything else differs in shape alone. */
const pairs = [
  ['train', 'deploy'],
  ['train-fill', 'deploy-fill'],
  ['fake-rim', 'fake-core'],
  ['fake-rim', 'persuaded'],
  ['fake-rim', 'refuse'],
] as const;
const words = ['ink', 'soft', 'train', 'deploy', 'persuaded'];
const marks = `${words.join(' ')} train-fill deploy-fill fake-rim fake-core refuse edge-strong focus`;

describe.each(grounds)('on %s', (_, colour) => {
  it.each(Object.keys(visions))('lights and answers stay apart in %s vision', (vision) => {
    const near = pairs.filter(([a, b]) => difference(colour[a]!, colour[b]!, vision) < 30);
    expect(near).toEqual([]);
  });

  it('words have four and a half to one, marks and borders three to one', () => {
    const faint = (names: string[], least: number) =>
      names.flatMap((name) =>
        ['card', 'paper']
          .filter((ground) => contrast(colour[name]!, colour[ground]!) < least)
          .map((ground) => `${name} on ${ground}`),
      );
    expect(faint(words, 4.5)).toEqual([]);
    expect(faint([...marks.split(' '), ...('edge' in colour ? ['edge'] : [])], 3)).toEqual([]);
  });
});

it('the rule of contrast is the one of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(difference('#000000', '#ffffff', 'usual')).toBeCloseTo(100);
});
