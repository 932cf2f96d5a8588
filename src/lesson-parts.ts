import type { GetStaticPaths } from 'astro';
import { getEntry } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { AssignmentCourse } from './learning/assignment.ts';
import { curriculum } from './lib/curriculum.ts';
import { folderOf } from './lib/figure-imports.mjs';
import { keyPointsOf } from './lib/key-points.ts';
import { attributesOf, parseBody, walk, type SourceFile } from './lib/read-course.ts';
import { wholeCourse } from './teach/whole-course.ts';

const components = import.meta.glob<AstroComponentFactory>('./widgets/*/*.astro', {
  eager: true,
  import: 'default',
});

/** The component of a figure, by its name. @throws where there is none */
export function figureComponent(name: string): AstroComponentFactory {
  const found = Object.keys(components).find((path) => path.split('/').at(-2) === name);
  if (!found) throw new Error(`There is no figure “${name}”.`);
  return components[found]!;
}

/** The pages of one kind, one for each lesson. */
export const lessonPaths = (async () =>
  (await wholeCourse()).lessons.map((lesson) => ({
    params: { slug: lesson.slug },
    props: { lesson },
  }))) satisfies GetStaticPaths;

/** What a lesson's text holds for paper: its key points, and the attributes that it gives each figure. */
export async function lessonParts(slug: string) {
  const { body = '' } = (await getEntry('lessons', slug))!;
  const file: SourceFile = { path: `lessons/${slug}`, slug, head: {}, body, bodyLine: 1 };
  const nodes = [...walk(parseBody(file))];
  const attributes = (figure: string) => {
    const node = nodes.find(({ name }) => name && folderOf(name) === figure);
    return node ? attributesOf(node) : {};
  };
  return { keyPoints: keyPointsOf(file), attributes };
}

/** What an assignment may refer to. */
export async function assignmentCourse(): Promise<AssignmentCourse> {
  const [course, lessons] = await Promise.all([wholeCourse(), curriculum()]);
  const formerly = new Map(lessons.map(({ slug, head }) => [slug, head.formerly]));
  return {
    lessons: course.lessons.map(({ slug, figures, checks }) => ({
      slug,
      formerly: formerly.get(slug) ?? [],
      figures: figures.map(({ name }) => name),
      checks: checks.map(({ id }) => id),
    })),
    questions: course.followUps.map(({ id }) => id),
  };
}
