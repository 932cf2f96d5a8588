/** Files of the site that each of its pages and scripts asks for, by their paths from the site's root. */
export type FileNeeds = Record<string, string[]>;

/** What the build writes down for those who make packages of it. */
export interface PackageList {
  /** The path under which the pages of the site address its files, with a slash at both ends: `/`. */
  base: string;
  /** Address of the hosted site, with a slash at its end, where the build was told. */
  address?: string;
  needs: FileNeeds;
}

/** The built site, wherever it is read from. */
export interface SiteFiles extends PackageList {
  address: string;
  /**
   * One file, by its path from the site's root.
   * @throws where it cannot be read
   */
  read(path: string): Promise<Uint8Array>;
}

/** Path of the list on the site. */
export const listPath = 'teach/package-files.json';

/**
 * The pages and every file that they come to ask for, in the order of their names.
 * @throws where the list does not know one of the pages
 */
export function filesFor(pages: string[], needs: FileNeeds): string[] {
  const unknown = pages.find((page) => !Object.hasOwn(needs, page));
  if (unknown) throw new Error(`${unknown} is not in ${listPath}.`);
  const found = new Set(pages);
  // A set that grows while it is walked is walked to its end.
  for (const path of found) for (const needed of needs[path] ?? []) found.add(needed);
  return [...found].sort();
}

/**
 * The files of the site that the page at hand belongs to.
 * @param address of the site's root, with a slash at its end
 * @throws where the list of files cannot be had
 */
export async function filesOfThisSite(address: string): Promise<SiteFiles> {
  const read = async (path: string) => {
    // Some hosts send pages from the address of their folder alone.
    const response = await fetch(new URL(path.replace(/(^|\/)index\.html$/, '$1'), address));
    if (!response.ok) throw new Error(`${path} cannot be read: ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const list = JSON.parse(new TextDecoder().decode(await read(listPath))) as PackageList;
  return { ...list, address, read };
}
