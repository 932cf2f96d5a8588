/** A text as it may stand in HTML or XML: between tags, or in an attribute in double quotes. */
export const markup = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
