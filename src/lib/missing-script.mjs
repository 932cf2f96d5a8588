/**
 * Speaks for scripts that do not arrive, or not whole. It stands in the page itself and needs none of them.
 *
 * A part of the page whose script is missing shows what it shows without one (`data-missing`), below a
 * sentence, a button that fetches it anew and one that loads the whole page. Where a script of the page itself is missing, the sentence
 * stands at its top, and the quick checks unfold as they do for those without a script.
 */
export const missingScript = `{
const say=(kind,before,again)=>{
const notice=document.querySelector('#missing-script').content.querySelector('[data-of='+kind+']').cloneNode(true);
const [first,reload=first]=notice.querySelectorAll('button');
first.onclick=()=>{notice.remove();again()};
reload.onclick=()=>location.reload();
before.before(notice);
return first};
addEventListener('astro:hydration-error',event=>{
event.preventDefault();
const part=event.target,tried='missing' in part.dataset;
part.dataset.missing='';
const again=say('part',part,()=>part.start());
if(tried)again.focus();
else part.addEventListener('astro:hydrate',()=>delete part.dataset.missing,{once:true})});
let said;
addEventListener('error',({target,error})=>{
if(said||target.localName!=='script'&&!(error instanceof SyntaxError))return;
said=1;
document.documentElement.dataset.checks='plain';
const show=()=>say('page',document.querySelector('main').firstElementChild);
document.readyState==='loading'?addEventListener('DOMContentLoaded',show):show()},true);
}`;
