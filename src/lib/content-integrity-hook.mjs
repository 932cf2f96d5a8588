import { contentFaults } from './content-integrity.ts';
import { contentDirectory } from './read-content.ts';

/**
 * Stops `astro build` before it starts when the content folder holds a fault, with one sentence for
 * each. Under `astro dev` the sentences are warnings, so that an author can go on writing.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function contentIntegrity() {
  return {
    name: 'content-integrity',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const faults = contentFaults(contentDirectory());
        if (faults.length === 0) return;
        if (command === 'dev') return faults.forEach((fault) => logger.warn(fault));
        const error = new Error(
          `The content has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n\n${faults.join('\n')}\n`,
        );
        error.stack = error.message;
        throw error;
      },
    },
  };
}
