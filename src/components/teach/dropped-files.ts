/** Files out of a drop or a file input, with the folders that they lay in. */
import type { HandedFile } from '../../teach/receipts.ts';

/** Files of an input; of a chosen folder each with its way from there. */
export const chosenFiles = (files: FileList | null): HandedFile[] =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, content: file }));

/**
 * All files that were dropped, those in folders too. What stands in the drop is gone after the first
 * wait, so that this has to be called at once.
 *
 * @throws where the browser does not open a file or a folder.
 */
export async function droppedFiles(
  { items, files }: DataTransfer,
  signal: AbortSignal,
): Promise<HandedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(files);
  const found: HandedFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry && !signal.aborted; entry = waiting.pop()) {
    if (entry.isDirectory) waiting.push(...(await listed(entry as FileSystemDirectoryEntry)));
    else {
      const content = await opened(entry as FileSystemFileEntry);
      found.push({ name: entry.fullPath.replace(/^\//, ''), content });
    }
  }
  return found;
}

const opened = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** Everything in a folder; the browser hands it out in portions and ends with an empty one. */
async function listed(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
