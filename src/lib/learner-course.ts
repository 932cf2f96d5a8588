import { getCollection, getEntry } from 'astro:content';
import { href } from './address.ts';
import { curriculum } from './curriculum.ts';
import { interfaceText } from './text.ts';

/** The written lessons as a learner's pages list them, each with what its checks test. */
export async function learnerLessons() {
  const { levels } = await interfaceText();
  const lessons = (await curriculum()).filter(({ written }) => written);
  return Promise.all(
    lessons.map(async ({ slug, number, level, head, checks }) => {
      const ids = checks.map((name) => `${slug}/${name}`);
      return {
        slug,
        formerly: head.formerly,
        number,
        level: levels[level].name,
        title: head.title,
        address: href(`lessons/${slug}`),
        figures: head.figures,
        checks: ids,
        objectives: await Promise.all(
          ids.map(async (id) => {
            const { objective, bloom } = (await getEntry('checks', id))!.data;
            return { check: id, objective, bloom };
          }),
        ),
      };
    }),
  );
}

/** The follow-up questions as a learner's pages list them. */
export async function learnerQuestions() {
  const themes = (await getCollection('followUps')).sort((a, b) => a.data.order - b.data.order);
  return themes.flatMap(({ data }) =>
    Object.entries(data.questions).map(([id, { question, steps }]) => ({
      id,
      question,
      // A receipt counts the steps; their words stand on the page of the questions.
      steps: Object.keys(steps).map((step) => ({ id: step, text: '' })),
      address: href(`questions#${id}`),
    })),
  );
}
