// A stored choice of theme never flashes, nor do the ways out of a page that a course system's shell shows.
const appearance = `try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}if(parent!==self&&name.startsWith('unwatched-shell '))document.documentElement.dataset.shell=''`;

// The page's policy lets no text become markup or script. Which scripts may become workers is said here, once
// and before anything else can say it: those of the figures, of the search, and the service worker. Pagefind
// starts its own by a plain address, which only the policy named `default` is asked about.
const workers = String.raw`window.trustedTypes?.createPolicy('default',{createScriptURL(a){const u=new URL(a,location);return u.origin===origin&&/\/(_astro\/[\w.-]+\.worker-[\w-]+\.js|pagefind\/pagefind-worker\.js|service-worker\.js)$/.test(u.pathname)?a:null}})`;

/** Stands at the head of every page and runs before the first paint. */
export const headScript = `${appearance};${workers}`;
