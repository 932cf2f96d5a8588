import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentFaults } from '../../src/lib/content-integrity.ts';
import { modelFigures } from '../../src/lib/model-figures.ts';
import { readEvidence } from '../../src/lib/read-content.ts';
import { lessonTags } from '../../src/schemas/tags.ts';
import { contentCopy, lineOf } from '../support/content-copy.ts';

const lesson = 'lessons/en/01-basic/01-two-faces.mdx';
const notes = 'teaching/en/two-faces.mdx';
const checks = 'checks/en/two-faces.yaml';
const theme = 'follow-ups/en/personal-development.yaml';
const asked = `${theme}, developer-skills`;
const said = 'perspectives/en/personal-development.yaml';
const terms = 'glossary/en/terms.yaml';
const claims = 'claims/en/basic.yaml';
const evidence = 'evidence/greenblatt2024.yaml';

const evidenceById = readEvidence();
const findingInWords = [...evidenceById].find(([, { figures }]) => !figures)![0];
const defaultFigures = Object.keys(evidenceById.get('G24-027')!.figures!).join(', ');
const typed = (figure: string) =>
  `“${figure}” is typed by hand; print it with <Evidence> or <Model>, so that it carries its source.`;
const wordsOnly = 'content holds words only; remove the import or the braces.';

// What is wrong with the real content is told once, by the first test, and not again by each that follows.
const standing = contentFaults('content');
const faultsPlanted = (folder: string) =>
  contentFaults(folder).filter((fault) => !standing.includes(fault));

describe('the real content', () => {
  it('has no faults', () => {
    expect(standing).toEqual([]);
  });

  it('has none in an unchanged copy, so that a planted fault is the only one', () => {
    expect(faultsPlanted(contentCopy())).toEqual([]);
  });
});

describe('a fault in the body of a lesson is told with its line', () => {
  it.each([
    [
      '<Callout>Look.</Callout>',
      `there is no tag <Callout>. A lesson may write ${Object.keys(lessonTags).join(', ')}.`,
    ],
    ['<Evidence id="G24-001" colour="red" />', '<Evidence> there is no attribute “colour”.'],
    ['<Evidence figure="value" />', '<Evidence> id: this attribute is missing.'],
    ['<Evidence id="G24-999" />', 'there is no published figure “G24-999”.'],
    [
      '<Evidence id="G24-027" figure="dog" />',
      `G24-027 has no figure “dog”; it has ${defaultFigures}.`,
    ],
    [
      `<Evidence id="${findingInWords}" />`,
      `${findingInWords} is a finding in words and has no figure to print; cite it with <Cite>.`,
    ],
    [
      '<Evidence id="G24-004" form="one-in" />',
      'G24-004: The form one-in needs a single percentage; this figure is in points.',
    ],
    [
      '<Model of="default.dog" />',
      `there is no model figure “default.dog”; there are ${Object.keys(modelFigures()).join(', ')}.`,
    ],
    [
      '<Model of="default.gap" form="in-hundred" />',
      'default.gap: The form in-hundred needs a single percentage; this figure is in points.',
    ],
    ['<Term id="doggedness">dogged</Term>', 'there is no glossary term “doggedness”.'],
    ['<Cite source="nobody1999">A note.</Cite>', 'there is no source “nobody1999”.'],
    ['<ClaimCheck id="dogs-fake" />', 'there is no claim “dogs-fake”.'],
    ['<Check id="no-such" />', 'there is no check of the lesson “two-faces” “no-such”.'],
    ['It answered 14 % of them.', typed('14 %')],
    ['It answered `14.2%` of them.', typed('14.2%')],
    ['It answered *12 per cent* of them.', typed('12 per cent')],
    ['A gap of 11.3 percentage points.', typed('11.3 percentage points')],
    ["import y from './y.ts'", wordsOnly],
    ['One and one is {1 + 1}.', wordsOnly],
    ['<CueSwitch predict={true} />', wordsOnly],
    ['<CueSwitch {...everything} />', wordsOnly],
  ])('%s', (planted, sentence) => {
    const folder = contentCopy([{ file: lesson, find: /\s*$/, put: `\n\n${planted}\n` }]);
    const line = lineOf(folder, lesson, planted);
    expect(faultsPlanted(folder)).toEqual([`${lesson}:${line}: ${sentence}`]);
  });

  it('a tag that is never closed', () => {
    const folder = contentCopy([
      { file: lesson, find: /\s*$/, put: '\n\n<KeyPoints>\n\n- One.\n' },
    ]);
    const [fault, ...others] = faultsPlanted(folder);
    expect(others).toEqual([]);
    expect(fault).toMatch(/^lessons\/en\/01-basic\/01-two-faces\.mdx:\d+: .*`<KeyPoints>`/);
  });
});

describe('a fault in a head or an entry is told with its file', () => {
  it.each([
    [lesson, /^title: .*\n/m, '', `${lesson}: title: this field is missing.`],
    [
      lesson,
      /\?$/m,
      '.',
      `${lesson}: question: write the question so that it ends in a question mark.`,
    ],
    [lesson, /^minutes:/m, 'length: 1\nminutes:', `${lesson}: there is no field “length”.`],
    [lesson, /^title: /m, 'title: Yes: ', /^lessons\/.*-two-faces\.mdx cannot be read: .* line 2,/],
    [lesson, /^---\n/, '', `${lesson} needs a head between two lines of three hyphens.`],
    [
      lesson,
      /^needs: .*$/m,
      'needs: [no-such-lesson]',
      `${lesson}: needs: there is no lesson “no-such-lesson”. A lesson's name is its file's, without the number.`,
    ],
    [
      lesson,
      /^needs: /m,
      'formerly: [who-decides]\nneeds: ',
      `${lesson}: formerly: “who-decides” is, or was, the name of another lesson.`,
    ],
    [
      lesson,
      /^needs: /m,
      'formerly: [janus, janus]\nneeds: ',
      `${lesson}: formerly: “janus” is, or was, the name of another lesson.`,
    ],
    [
      lesson,
      /^needs: .*$/m,
      'needs: [the-experiment]',
      'Lessons need each other in a circle: two-faces → the-experiment → two-faces.',
    ],
    [
      lesson,
      /^followUps: .*$/m,
      'followUps: [why-dogs]',
      `${lesson}: followUps: there is no follow-up question “why-dogs”.`,
    ],
    [lesson, /^title: .*$/m, 'title: The 14 %', `${lesson}: ${typed('14 %')}`],
    [
      checks,
      /^ {2}goal: .*$/m,
      '  goal: 9',
      'Checks of two-faces, which-way-round: goal: the teacher notes have no objective 9.',
    ],
    [notes, /^minutes: .*$/m, 'minutes: 500', new RegExp(`^${notes}: minutes: .*120`)],
    [notes, /^ {2}- text: /m, '  - text: About 14 % of ', `${notes}: ${typed('14 %')}`],
    ['pages/en/about.mdx', /^lead: /m, 'lead: 14 % of ', `pages/en/about.mdx: ${typed('14 %')}`],
    ['ui/en/site.yaml', /^ {2}skip: .*$/m, '  skip: Skip 5 %', `ui/en/site.yaml: ${typed('5 %')}`],
    [
      'ui/en/site.yaml',
      /^ {2}skip: .*\n/m,
      '',
      'ui/en/site.yaml: site.skip: this field is missing.',
    ],
    [
      'ui/en/cue-switch.yaml',
      /^lead: .*\n/m,
      '',
      'ui/en/cue-switch.yaml: lead: this field is missing.',
    ],
    [theme, /^title: /m, 'title: 80 % of ', `${theme}: ${typed('80 %')}`],
    [theme, /question: /, 'question: Do 80 % of ', `${asked}: ${typed('80 %')}`],
    [
      theme,
      /steps:\n( +[\w-]+: )>-\n +/,
      'steps:\n      a-step: >-\n        Look at {evidence G24-999} and ',
      `${asked}: there is no published figure “G24-999”.`,
    ],
    [
      theme,
      /evidence: \[[^,]+/,
      'evidence: [G24-999',
      `${asked}: evidence: there is no published figure “G24-999”.`,
    ],
    [theme, /\?$/m, '.', /^follow-ups\/en\/personal-development.yaml: .* question mark\.$/],
    [said, /^voices:$/m, 'voices:\n  plumber: {}', `${said}: voices: there is no field “plumber”.`],
    [said, /kind: fact/, 'kind: taste', new RegExp(`^${said}: apart.\\d+.kind: .*prediction`)],
    [
      said,
      /evidence: \[/,
      'evidence: [G24-999, ',
      `${said}: evidence: there is no published figure “G24-999”.`,
    ],
    [
      said,
      /user-habits: /,
      'other-habits: ',
      `${said}: voices.safety-researcher.asks: ask on each question of the theme, in its order: developer-skills, user-habits.`,
    ],
    [said, /inShort: /, 'inShort: In 14 % ', `${said}: ${typed('14 %')}`],
    [checks, /stem: /, 'stem: Of 14 %, ', `Checks of two-faces, which-way-round: ${typed('14 %')}`],
    [checks, /correct: true/, 'correct: yes', /^checks\/en\/two-faces.yaml, which-way-round: opt/],
    [
      checks,
      /correct: true/,
      'correct: false',
      /mark exactly one option as correct: true, or say kind: multiple\.$/,
    ],
    [
      checks,
      /stem: /,
      'stem: Of {evidence G24-001 value rounded off}, ',
      'Checks of two-faces, which-way-round: “{evidence G24-001 value rounded off}” has a word too many: “rounded”.',
    ],
    [
      checks,
      /stem: .*/,
      'stem: Is one { enough for all?',
      'Checks of two-faces, which-way-round: “Is one { enough for all?” holds a single “{”; braces only wrap a token.',
    ],
    [
      claims,
      /evidence: \[/,
      'evidence: [G24-999, ',
      'Claims, good-in-training-harmful-in-use: evidence: there is no published figure “G24-999”.',
    ],
    [
      claims,
      /claim: /,
      'claim: A {term doggedness|dogged} ',
      'Claims, good-in-training-harmful-in-use: there is no glossary term “doggedness”.',
    ],
    [
      terms,
      /see: \[/,
      'see: [doggedness, ',
      'Glossary, af-reasoning: see: there is no term “doggedness”.',
    ],
    [evidence, /^ {2}claim: .*\n/m, '', /^evidence\/greenblatt2024\.yaml, G24-\d+: claim: say in/],
    [
      evidence,
      /\n {2}claim: /,
      '\n  claim: : ',
      /^evidence\/greenblatt2024\.yaml cannot be read: /,
    ],
  ])('%s, %s → “%s”', (file, find, put, sentence) => {
    const faults = faultsPlanted(contentCopy([{ file, find, put }]));
    expect(faults[0]).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
    expect(faults).toHaveLength(1);
  });
});

describe('a fault of the folder as a whole', () => {
  it('no lessons at all', () => {
    const folder = contentCopy();
    rmSync(join(folder, 'lessons'), { recursive: true });
    expect(faultsPlanted(folder)).toEqual(['content/lessons holds no lesson.']);
  });

  it('a written lesson without teacher notes', () => {
    const folder = contentCopy();
    rmSync(join(folder, notes));
    expect(faultsPlanted(folder)).toEqual([
      `${lesson} is written but has no teacher notes (content/${notes}).`,
    ]);
  });

  it('a theme on which the three voices say nothing, and words on a theme that is none', () => {
    const folder = contentCopy();
    renameSync(join(folder, said), join(folder, 'perspectives/en/plumbing.yaml'));
    expect(faultsPlanted(folder)).toEqual([
      `${theme}: three voices say nothing on this theme (content/${said}).`,
      'perspectives/en/plumbing.yaml: there is no theme of follow-up questions of this name.',
    ]);
  });

  it('a check that is never asked', () => {
    const folder = contentCopy([
      { file: lesson, find: /<Check id="which-way-round" \/>/, put: '' },
    ]);
    expect(faultsPlanted(folder)).toEqual([
      `${lesson}: the check “which-way-round” is written but never asked.`,
    ]);
  });

  it('checks of a lesson that does not exist', () => {
    const folder = contentCopy();
    cpSync(join(folder, checks), join(folder, 'checks/en/two-dogs.yaml'));
    expect(faultsPlanted(folder)).toEqual([
      'Checks or teacher notes of “two-dogs”: there is no lesson of this name.',
    ]);
  });

  it('two lessons of one name, two terms of one id', () => {
    const folder = contentCopy();
    const twin = 'lessons/en/01-basic/09-two-faces.mdx';
    cpSync(join(folder, lesson), join(folder, twin));
    writeFileSync(join(folder, 'glossary/en/words.yaml'), readFirstEntry(join(folder, terms)));
    expect(faultsPlanted(folder)).toEqual([
      'glossary/en/words.yaml, af-reasoning: another file has this id already.',
      `${twin}: ${lesson} has this name already.`,
    ]);
  });

  it('a lesson in no level’s folder', () => {
    const folder = contentCopy();
    const astray = 'lessons/en/05-wizard/01-two-faces.mdx';
    mkdirSync(dirname(join(folder, astray)));
    renameSync(join(folder, lesson), join(folder, astray));
    expect(faultsPlanted(folder)).toEqual([
      `${astray} stands in no level's folder (01-basic … 04-expert).`,
    ]);
  });

  it('several faults, each told once', () => {
    const folder = contentCopy([
      { file: lesson, find: /\s*$/, put: '\n\nOf 14 % and <Term id="doggedness">dogged</Term>.\n' },
      { file: checks, find: /stem: /, put: 'stem: Of 12 %, ' },
    ]);
    const line = lineOf(folder, lesson, 'Of 14 %');
    expect(faultsPlanted(folder)).toEqual([
      `${lesson}:${line}: ${typed('14 %')}`,
      `${lesson}:${line}: there is no glossary term “doggedness”.`,
      `Checks of two-faces, which-way-round: ${typed('12 %')}`,
    ]);
  });
});

function readFirstEntry(path: string): string {
  return readFileSync(path, 'utf8').split('\n\n')[0]!;
}
