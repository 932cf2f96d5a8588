declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}

declare namespace App {
  /** What a lesson page tells the prose components that it renders. */
  interface Locals {
    /** Source key → its number in the page's reference list, in order of first mention. */
    references?: Map<string, number>;
    /** Ids and keys of the numbers that the page has printed so far. */
    printed?: Set<string>;
  }
}

interface ImportMetaEnv {
  /** Address of the public repository, without a trailing slash; unset on a laptop. */
  readonly PUBLIC_REPOSITORY_URL?: string;
}

/** What the site uses of Trusted Types, which not every browser has. What it gives passes for a string. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string },
    ): { createHTML(text: string): string };
  };
}
