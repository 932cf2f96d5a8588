import { readEntry } from '../../src/lib/read-course.ts';
import { ui } from '../../src/schemas/ui.ts';

/** The words of the interface, so that a test asks for what the site means to print. */
export const interfaceText = readEntry('content', 'ui/en.yaml', ui);
