import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, so that a stored choice of theme never flashes. It is the one inline
 * script we write ourselves; its hash goes into the Content Security Policy.
 */
export const themeScript = `try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}`;

export const themeScriptHash = /** @type {const} */ (
  `sha256-${createHash('sha256').update(themeScript).digest('base64')}`
);
