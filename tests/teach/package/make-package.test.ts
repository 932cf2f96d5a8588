import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { realCourse } from '../../support/bank.ts';
import { emptyAssignment } from '../../../src/learning/assignment.ts';
import { makePackage } from '../../../src/teach/package/make-package.ts';

vi.mock('astro:content', () => import('../../support/astro-content.ts'));

test('a package tells which checks its format cannot hold', async () => {
  const course = await realCourse();
  const { bytes, leftOut } = await makePackage({
    format: 'cartridge',
    assignment: { ...emptyAssignment, lessons: ['learning-from-reward'] },
    course,
    site: {
      address: 'https://unwatched.example/course/',
      base: '/course/',
      needs: {},
      read: async (path) => {
        throw new Error(`A cartridge holds no page, and asks for ${path}.`);
      },
    },
  });
  expect(leftOut).toEqual([{ id: 'learning-from-reward/one-round', why: course.words.why.order }]);
  expect(Object.keys(unzipSync(bytes))).toContain('imsmanifest.xml');
});
