import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ui } from '../../src/schemas/ui.ts';

/** The words of the interface, so that a test asks for what the site means to print. */
export const interfaceText = ui.parse(parse(readFileSync('content/ui/en.yaml', 'utf8')));
