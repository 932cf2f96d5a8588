import { getCollection, getEntry } from 'astro:content';
import { findVariation } from '../lib/find-published.ts';
import { modelFigures } from '../lib/model-figures.ts';
import { printAsPublished, type PrintableFigure } from '../lib/print-figure.ts';
import { readPromptVariations } from '../lib/read-content.ts';
import type { LabCard } from '../schemas/lab.ts';
import { readLink, type LinkSchema } from '../widgets/parts/link-state.ts';
import { figureAddresses } from './figures.ts';
import { settingsOf, type Offered } from './settings.ts';

/** A value of the address with its meaning, what it starts from and what it may be. */
export type ParameterRow = LabCard['settings'][string] & {
  key: string;
  /** Undefined where the figure takes it from elsewhere, or starts with none. */
  usual: unknown;
  offered: Offered;
};

/** A number of a model with its value. */
export type ConstantRow = LabCard['constants'][number] & { value: number };

/** A published figure beside the model's. */
export type ResidualRow = LabCard['residuals'][number] & {
  published: PublishedSide;
  computed: PrintableFigure & { value: number };
  /** The published less the model's, in the unit of both. */
  off: number;
  /** The same in published standard errors, where one is published. */
  inErrors: number | undefined;
};

interface PublishedSide {
  value: number;
  /** Absent where none is published; zero where the source prints zero. */
  se: number | undefined;
  unit: string;
  /** With its error and the decimals of its source. */
  printed: string;
  /** Key of the source, and where in it; a row of the table of prompt variations has its number instead. */
  source: string;
  locator: string | number | undefined;
  /** Its place on the page of evidence. */
  anchor: string;
}

const models = import.meta.glob<Record<string, unknown>>('../models/*.ts', { eager: true });

/** Every card, by the name of its figure, in the order of the names. */
export const labCards = () => getCollection('lab');

/**
 * The values that a figure keeps in its address, in the order of its schema.
 *
 * @throws {Error} a sentence for the author where the card and the code do not name the same values, or a
 *   preset is none.
 */
export async function parametersOf(name: string, card: LabCard): Promise<ParameterRow[]> {
  const address = (await figureAddresses())[name];
  if (!address)
    throw new Error(`content/lab, ${name}: src/lab/figures.ts knows no figure of this name.`);
  const settings = settingsOf(address.schema);
  const known = new Set(settings.map(({ key }) => key));
  for (const key of Object.keys(card.settings)) {
    if (!known.has(key)) throw new Error(`content/lab, ${name}: settings: there is no “${key}”.`);
  }
  for (const { name: preset, state } of card.presets) {
    const schema = address.schema as LinkSchema<Record<string, string>>;
    if (readLink(`#${name}?${state}&end`, name, schema, [name]).kind !== 'state') {
      throw new Error(`content/lab, ${name}: presets: the figure cannot show “${preset}”.`);
    }
  }
  return settings.map(({ key, offered }) => {
    const said = card.settings[key];
    if (!said) throw new Error(`content/lab, ${name}: settings: “${key}” is missing.`);
    return { ...said, key, usual: address.defaults[key], offered };
  });
}

/** The constants of a card with their values. @throws a sentence where one is no number of a model */
export function constantsOf(name: string, card: LabCard): ConstantRow[] {
  return card.constants.map((constant) => {
    const [file = '', ...path] = constant.at.split('.');
    let value: unknown = models[`../models/${file}.ts`];
    for (const part of path) value = (value as Record<string, unknown> | undefined)?.[part];
    if (typeof value !== 'number') {
      throw new Error(`content/lab, ${name}: constants: ${constant.at} is no number.`);
    }
    return { ...constant, value };
  });
}

/** The published figures of a card beside the model's. @throws a sentence where two cannot be compared */
export async function residualsOf(name: string, card: LabCard): Promise<ResidualRow[]> {
  return Promise.all(
    card.residuals.map(async (residual) => {
      const where = `content/lab, ${name}: residuals: ${residual.of}`;
      const published = await publishedSide(residual, where);
      const computed = modelFigures()[residual.model];
      if (!computed) throw new Error(`${where}: there is no number “${residual.model}”.`);
      if (computed.unit !== published.unit) {
        throw new Error(
          `${where}: one is in “${published.unit}”, the other in “${computed.unit}”.`,
        );
      }
      const off = published.value - computed.value;
      return {
        ...residual,
        published,
        computed,
        off: Math.round(10 * off) / 10,
        inErrors: published.se ? Math.round((10 * off) / published.se) / 10 : undefined,
      };
    }),
  );
}

async function publishedSide(
  residual: LabCard['residuals'][number],
  where: string,
): Promise<PublishedSide> {
  if ('variation' in residual) {
    const { value, se } = findVariation(readPromptVariations(), residual.variation)[
      residual.figure
    ];
    const unit = residual.figure === 'gap' ? 'points' : '%';
    return {
      ...{ value, se, unit, source: 'greenblatt2024', locator: residual.variation },
      printed: printAsPublished({ value, se, unit }, `${value.toFixed(1)} ± ${se.toFixed(1)}`),
      anchor: `variation-${residual.variation}`,
    };
  }
  const entry = (await getEntry('evidence', residual.evidence))?.data;
  const figure = entry?.figures?.[residual.figure];
  if (!entry || figure?.value === undefined) {
    throw new Error(`${where}: ${residual.evidence} has no single value ${residual.figure}.`);
  }
  return {
    ...{ value: figure.value, se: figure.se, unit: figure.unit },
    ...{ source: entry.source, locator: entry.locator, anchor: residual.evidence },
    printed: printAsPublished(figure, entry.printed),
  };
}
