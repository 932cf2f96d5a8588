// A stored choice of theme never flashes, nor do the ways out of a page that a course system's shell shows.
const appearance = `try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}if(parent!==self&&name.startsWith('unwatched-shell '))document.documentElement.dataset.shell=''`;

// The page's policy lets no text become markup or script. Which scripts may become workers is said here, once
// and before anything else can say it: those of the figures, of the search, and the service worker. Pagefind
// starts its own by a plain address, which only the policy named `default` is asked about.
const workers = String.raw`window.trustedTypes?.createPolicy('default',{createScriptURL(a){const u=new URL(a,location);return u.origin===origin&&/\/(_astro\/[\w.-]+\.worker-[\w-]+\.js|pagefind\/pagefind-worker\.js|service-worker\.js)$/.test(u.pathname)?a:null}})`;

// Browsers keep in mind that a module did not arrive: many fail at once
// when it is imported again. So from the second failure on it is asked for by another address. The build hands
// every failed import of the site to this (astro.config.mjs); what says no address is no failure to fetch.
const askAgain = String.raw`{const failed=new Map;self.askAgain=e=>{const[a]=/https?:\S+\.js/.exec(e.message)??[],n=failed.get(a)??0;failed.set(a,n+1);if(!a||!n)throw e;return import(a+'?attempt='+n).then(m=>(failed.set(a,n),m))}}`;

// What a reader does to a part of the page whose script is still on its way is done once more when it is there:
// what was pressed is pressed, what was set is set, and a fold is as the reader left it.
const notLost = String.raw`{const acts=new Map,part='astro-island[ssr]';addEventListener('click',({target:t})=>{const c=t.closest(part+' :is(button,summary)');if(!c)return;const fold=c.parentNode,open=!fold.open;acts.set(c,c.localName==='summary'?()=>{fold.open=open;fold.dispatchEvent(new Event("toggle"))}:()=>c.click())},true);addEventListener('input',({target:t})=>{if(!t.closest(part))return;const{value,checked}=t;acts.set(t,()=>{Object.assign(t,{value,checked});for(const type of['input','change'])t.dispatchEvent(new Event(type,{bubbles:true}))})},true);addEventListener('astro:hydrate',({target:island})=>setTimeout(()=>{for(const[c,act]of acts)if(island.contains(c)&&!c.closest(part)){acts.delete(c);act()}}),true)}`;

/** Stands at the head of every page and runs before the first paint. */
export const headScript = `${appearance};${workers};${askAgain};${notLost}`;
