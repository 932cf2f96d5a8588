/** Hands a text to the browser's download as a file of a type such as `text/markdown`. */
export const saveText = (name: string, type: string, text: string): void =>
  saveFile(name, new Blob([text], { type }));

/** Hands a file to the browser's download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The address must outlive the click: some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
