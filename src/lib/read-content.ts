import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cite, type CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { csvParse } from 'd3';
import { filesBelow, parseEntry, readYaml } from './read-course.ts';
import {
  evidenceEntry,
  evidenceId,
  promptVariation,
  type EvidenceEntry,
  type PromptVariation,
} from '../schemas/evidence.ts';

type CiteOptions = ConstructorParameters<typeof Cite>[1];

/** The folder that holds the words and facts: UNWATCHED_CONTENT, or `content` in the working directory. */
export function contentDirectory(): string {
  return resolve(process.env.UNWATCHED_CONTENT || 'content');
}

/**
 * All published findings, by id, from every YAML file below `evidence/`.
 *
 * @throws {Error} sentences with file and id when an id is malformed or taken, or an entry breaks its schema.
 */
export function readEvidence(dir = contentDirectory()): Map<string, EvidenceEntry> {
  const entries = new Map<string, EvidenceEntry>();
  const fileOf = new Map<string, string>();
  for (const file of filesBelow(dir, 'evidence', '.yaml')) {
    for (const [id, entry] of Object.entries(readYaml(dir, file) ?? {})) {
      if (!evidenceId.test(id)) {
        throw new Error(
          `${file}, ${id}: an id looks like G24-001: capitals, a hyphen, three digits.`,
        );
      }
      if (entries.has(id))
        throw new Error(`${file}, ${id}: ${fileOf.get(id)} has this id already.`);
      entries.set(id, parseEntry(evidenceEntry, entry, `${file}, ${id}`));
      fileOf.set(id, file);
    }
  }
  return entries;
}

/**
 * The rows of the two published tables of prompt variations, in their order. Rates are in %, gaps in
 * percentage points, each as `{ value, se }` with one standard error.
 *
 * @see greenblatt2024, App. G.2 and G.3
 * @throws {Error} sentences with file and row when a cell is missing or out of range.
 */
export function readPromptVariations(dir = contentDirectory()): PromptVariation[] {
  const file = 'evidence/greenblatt2024-prompt-variations.csv';
  return csvParse(readFileSync(join(dir, file), 'utf8'), (cells, index) => {
    const pair = (name: string) => ({
      value: toNumber(cells[name]),
      se: toNumber(cells[`${name}_se`]),
    });
    const row = {
      row: toNumber(cells.row),
      setting: cells.setting,
      name: cells.name,
      af: pair('af'),
      nonComplianceTrain: pair('noncomp_train'),
      nonComplianceUnmonitored: pair('noncomp_unmon'),
      gap: pair('gap'),
    };
    return parseEntry(promptVariation, row, `${file}, line ${index + 2}`);
  });
}

/** An empty cell is no number rather than 0; adding 0 turns the table's "-0.0" into a plain 0. */
function toNumber(cell: string | undefined): number {
  return cell ? Number(cell) + 0 : NaN;
}

/**
 * The bibliography as CSL-JSON items, by key.
 *
 * @throws {Error} a sentence when `sources.bib` is no BibTeX or uses a key twice.
 */
export function readSources(dir = contentDirectory()): Map<string, CSL> {
  const sources = new Map<string, CSL>();
  for (const item of parseBibtex(readFileSync(join(dir, 'sources.bib'), 'utf8'))) {
    const key = String(item.id);
    if (sources.has(key)) throw new Error(`sources.bib, ${key}: this key is used twice.`);
    sources.set(key, item);
  }
  return sources;
}

function parseBibtex(text: string): CSL[] {
  // The package's types call every option required; the package fills in the others.
  const options = { forceType: '@bibtex/text', generateGraph: false } as CiteOptions;
  try {
    return new Cite(text, options).data;
  } catch (error) {
    throw new Error(`sources.bib cannot be read as BibTeX: ${(error as Error).message}`);
  }
}
