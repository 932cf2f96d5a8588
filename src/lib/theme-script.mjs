/** Runs before the first paint, so that a stored choice of theme never flashes. */
export const themeScript = `try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}`;
