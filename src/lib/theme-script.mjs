/**
 * Runs before the first paint, so that a stored choice of theme never flashes, nor the ways out of a page
 * that a course system's shell shows.
 */
export const themeScript = `try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}if(parent!==self&&name.startsWith('unwatched-shell '))document.documentElement.dataset.shell=''`;
