import type { PackageHead } from './scorm-manifest.ts';
import { markup } from '../../lib/markup.ts';
import { storable } from '../banks/bank.ts';

/**
 * `cmi5.xml`, the course structure of a cmi5 package: a course of one assignable unit.
 *
 * @param root an absolute address or other IRI under which the ids of the course and its unit stand, with
 *   a slash at its end
 * @see https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md, section 13
 */
export function cmi5Structure(head: PackageHead, root: string): string {
  const { id, title, description, passMark } = head;
  const language = written(head.language);
  const text = (element: string, words: string) =>
    `<${element}><langstring lang="${language}">${written(words)}</langstring></${element}>`;
  // A unit without checks has no score, so nobody could pass it.
  const moveOn =
    passMark === undefined
      ? 'moveOn="Completed"'
      : `moveOn="CompletedAndPassed" masteryScore="${passMark}"`;
  const unit = written(`${root}${id}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${unit}">
    ${text('title', title)}
    ${text('description', description || title)}
  </course>
  <au id="${unit}/unit" ${moveOn} launchMethod="AnyWindow">
    ${text('title', title)}
    ${text('description', description || title)}
    <url>index.html</url>
  </au>
</courseStructure>
`;
}

/** A text between tags, without what XML cannot hold. */
const written = (text: string) => markup(storable(text));
