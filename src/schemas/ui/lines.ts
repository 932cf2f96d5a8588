import { z } from 'astro/zod';

const line = z.string().min(1);

/** A group of texts, each of which has to be there; no others may. */
export const lines = <K extends string>(...keys: K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, line])) as Record<K, typeof line>);
