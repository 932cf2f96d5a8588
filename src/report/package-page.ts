/** The first page of a package, made from the template that the site publishes as `report/package-page.txt`. */
import { markup } from '../lib/markup.ts';
import type { ShellPlan } from './plan.ts';

/** What looks like a place for a text is none. */
const escaped = (text: string) => markup(text).replaceAll('%', '&#37;');

/** Puts texts into the places `%name%` of a template; places without a text stay. */
export function fillTemplate(template: string, texts: Record<string, string>): string {
  return template.replace(/%([a-zA-Z]+)%/g, (place, name: string) =>
    Object.hasOwn(texts, name) ? escaped(texts[name]!) : place,
  );
}

/**
 * The page of a package.
 *
 * @param template as published
 * @param script address of the shell's script from the page, such as `shell.js`
 */
export function packagePage(
  template: string,
  { title, plan, script }: { title: string; plan: ShellPlan; script: string },
): string {
  // Within a script element nothing is unescaped, and only this could end it.
  const json = JSON.stringify(plan).replaceAll('<', '\\u003c');
  const hosted = /^https?:/.test(plan.page);
  const page = fillTemplate(template, {
    title,
    script,
    frame: hosted ? new URL(plan.page).origin : "'self'",
    // A cmi5 record store may be anywhere.
    connect: plan.standard === 'cmi5' ? 'http: https:' : "'none'",
  });
  return page.replace('%plan%', () => json);
}
