import type { APIRoute } from 'astro';
import { wholeCourse } from '../../teach/whole-course.ts';

/** The course in plain text, for the builder, the exporters and the receipts reader. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await wholeCourse()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
