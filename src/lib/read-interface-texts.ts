import { basename } from 'node:path';
import { filesBelow, parseEntry, readYaml } from './read-course.ts';
import { partTexts, siteTexts, ui, type Ui } from '../schemas/ui.ts';

/**
 * The interface texts of one language, put together from its folder: `site.yaml`, and one file for
 * each figure and each larger page, called after it.
 *
 * @throws one sentence per bad, missing or unknown text, with its file.
 */
export function readInterfaceTexts(root: string, language: string): Ui {
  const folder = `ui/${language}`;
  const texts = Object.fromEntries(
    filesBelow(root, folder, '.yaml').map((path) => [keyOf(path), readYaml(root, path)]),
  );
  const { site, ...parts } = texts;
  const schemas = Object.entries(partTexts);
  const faults: string[] = Object.keys(parts)
    .filter((key) => !(key in partTexts))
    .map((key) => `${folder}: there are no texts called “${key}”.`);
  const attempt = <T>(read: () => T) => {
    try {
      return read();
    } catch (error) {
      faults.push((error as Error).message);
      return undefined;
    }
  };
  const all = {
    ...attempt(() => parseEntry(siteTexts, site, `${folder}/site.yaml`)),
    ...Object.fromEntries(
      schemas.map(([key, schema]) => [
        key,
        attempt(() => parseEntry(schema, parts[key], `${folder}/${fileOf(key)}.yaml`)),
      ]),
    ),
  };
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return ui.parse(all);
}

/** "ui/en/coin-corridor.yaml" → "coinCorridor". */
const keyOf = (path: string) =>
  basename(path, '.yaml').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const fileOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
