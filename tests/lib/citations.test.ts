import { describe, expect, it } from 'vitest';
import { fullCitation, shortCitation, sourceItem, sourceKeys } from '../../src/lib/citations.ts';

describe('a short citation', () => {
  it.each([
    ['one author', 'carlsmith2024takes', 'Carlsmith 2024'],
    ['two authors', 'panrickard2018', 'Pan and Rickard 2018'],
    ['three authors', 'latimier2021', 'Latimier et al. 2021'],
    ['twenty authors', 'greenblatt2024', 'Greenblatt et al. 2024'],
    ['one author and others', 'probes2024', 'MacDiarmid et al. 2024'],
    ['a name of several words', 'langosco2022', 'Langosco di Langosco et al. 2022'],
    ['an organisation', 'mythos2026', 'Anthropic 2026'],
    [
      'two organisations',
      'anthropic_af_post2024',
      'Anthropic Alignment Science and Redwood Research 2024',
    ],
    ['no author', 'seed_video', '“AI FAKING Alignment...? Or LLM Reasoning Doing Its Job?” 2025'],
  ])('%s', (_name, key, text) => {
    expect(shortCitation(key)).toBe(text);
  });

  it.each(sourceKeys)('%s ends in its year and starts with a name or title', (key) => {
    const year = sourceItem(key).issued!['date-parts']![0]![0];
    expect(shortCitation(key)).toMatch(new RegExp(`^[“A-Z].* ${year}$`, 'u'));
    expect(shortCitation(key)).not.toMatch(/undefined|others|\s\s/);
  });
});

describe('a full citation', () => {
  it.each(sourceKeys)('%s holds its title, year and address', (key) => {
    const { title, URL: address, issued } = sourceItem(key);
    const text = fullCitation(key);
    const plain = (words: string) => words.toLowerCase().replace(/[^a-z0-9]/g, '');
    expect(plain(text)).toContain(plain(title!));
    expect(text).toContain(`(${issued!['date-parts']![0]![0]})`);
    if (address) expect(text.endsWith(address)).toBe(true);
    expect(text).not.toMatch(/undefined|\[object|others|[{}\\]|\s\s|\n/);
  });

  it('names authors in the order of the source and stands for the rest by “et al.”', () => {
    expect(fullCitation('clark2016')).toMatch(/^Clark, J\., & Amodei, D\. \(2016\)\. Faulty /);
    expect(fullCitation('hubinger2024')).toMatch(/^Hubinger, Denison, Mu et al\. \(2024\)\. /);
    expect(fullCitation('probes2024')).toMatch(/^MacDiarmid et al\. \(2024\)\. /);
  });
});

it('an unknown key is refused with a sentence', () => {
  const sentence = 'content/sources.bib has no source “nobody1999”.';
  expect(() => shortCitation('nobody1999')).toThrow(sentence);
  expect(() => fullCitation('nobody1999')).toThrow(sentence);
});
