import { href } from '../../lib/address.ts';

/** The address under which the site lives, with a slash at its end. In the browser only. */
export const siteScope = (): string => new URL(href('/'), location.href).href;
