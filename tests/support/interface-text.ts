import { readInterfaceTexts } from '../../src/lib/read-interface-texts.ts';

/** The words of the interface, so that a test asks for what the site means to print. */
export const interfaceText = readInterfaceTexts('content', 'en');
