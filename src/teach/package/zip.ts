import { zipSync, type Zippable } from 'fflate';

/** Contents of the files of a package by their paths; texts are written as UTF-8. */
export type PackageFiles = Map<string, string | Uint8Array>;

/** The files as a zip file, by the order of their paths. The same files give the same bytes. */
export function zipFiles(files: PackageFiles): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) {
    const contents = files.get(path)!;
    entries[path] = typeof contents === 'string' ? encoder.encode(contents) : contents;
  }
  // The earliest time that a zip file can hold. Zip files hold local time without a zone, so it is made
  // from local parts: a package then has the same bytes wherever and whenever it is made.
  const mtime = new Date(1980, 0, 1);
  // fflate's other way starts workers from addresses that the pages' policy refuses.
  return zipSync(entries, { level: 9, mtime });
}
