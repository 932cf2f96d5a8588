/** Shows one slide at a time, by keys, by buttons and in full screen. Without it they stand one below the other. */
import { fill } from '../../lib/fill.ts';
import {
  commandOf,
  slideAfter,
  type KeyPlace,
  type PresenterCommand,
} from '../../teach/presenter.ts';

const deck = document.querySelector<HTMLElement>('[data-deck]')!;
const slides = [...deck.querySelectorAll<HTMLElement>('.slide')];
const where = deck.querySelector('[data-where]')!;
const help = deck.querySelector<HTMLElement>('[data-keys]')!;
const button = (command: PresenterCommand) =>
  deck.querySelector<HTMLButtonElement>(`[data-command=${command}]`)!;
const signs = deck.querySelector<HTMLInputElement>('[data-signs]')!;
const page = document.documentElement;
const smallest = -5;
const largest = 2;
/** What one step of the size, or of the fitting, makes of the one before. */
const step = 1.2;
const fittingStep = 0.95;
let current = 0;
let size = 0;

function show(slide: number, focus = true): void {
  current = slide;
  for (const [index, each] of slides.entries())
    each.toggleAttribute('data-current', index === slide);
  where.textContent = fill(deck.dataset['place']!, { n: slide + 1, all: slides.length });
  button('back').disabled = slide === 0;
  button('next').disabled = slide === slides.length - 1;
  if (focus) {
    slides[slide]!.focus({ preventScroll: true });
    slides[slide]!.scrollTop = 0;
  }
  fit();
}

function present(presenting: boolean): void {
  page.classList.toggle('presenting', presenting);
  button('full').textContent = presenting ? deck.dataset['leave']! : deck.dataset['full']!;
  if (presenting && !document.fullscreenElement) {
    // Where the browser gives no full screen, as on some phones, the slide still fills the window.
    void page.requestFullscreen?.().catch(() => undefined);
  } else if (!presenting && document.fullscreenElement) void document.exitFullscreen();
  fit();
}

function resize(by: number): void {
  size = Math.min(largest, Math.max(smallest, size + by));
  fit(false);
}

const setScale = (scale: number) => page.style.setProperty('--scale', String(scale));
const fontSize = () => parseFloat(getComputedStyle(page).fontSize);

/**
 * Sets a figure so small that its controls and its picture are seen together, as far as its words can
 * still be read from the back. What is too tall even so is scrolled to them. The size that the teacher
 * chose counts from there.
 *
 * @param scroll false where the reader may be reading another part of the slide
 */
function fit(scroll = true): void {
  if (!page.classList.contains('presenting')) return;
  const slide = slides[current]!;
  const picture = slide.querySelector('.figure:not(.awaiting) .picture');
  const end = () =>
    picture
      ? picture.getBoundingClientRect().bottom -
        slide.getBoundingClientRect().top +
        slide.scrollTop -
        slide.clientHeight
      : 0;
  page.dataset['fitting'] = '';
  setScale(1);
  const whole = fontSize();
  let fitted = whole;
  for (let before = Infinity; end() > 0 && fitted < before;) {
    before = fitted;
    setScale((fitted * fittingStep) / whole);
    fitted = fontSize();
  }
  delete page.dataset['fitting'];
  setScale((fitted / whole) * step ** size);
  const controls = slide.querySelector('.figure:not(.awaiting) .controls');
  if (!scroll || !controls || end() <= 0) return;
  const start =
    controls.getBoundingClientRect().top - slide.getBoundingClientRect().top + slide.scrollTop;
  slide.scrollTop = Math.min(start, end());
}

function run(command: PresenterCommand): void {
  switch (command) {
    case 'full':
      present(!page.classList.contains('presenting'));
      break;
    case 'leave':
      if (!help.hidden) run('help');
      else if (
        slides[current]!.contains(document.activeElement) &&
        slides[current] !== document.activeElement
      )
        slides[current]!.focus({ preventScroll: true });
      else present(false);
      break;
    case 'larger':
    case 'smaller':
      resize(command === 'larger' ? 1 : -1);
      break;
    case 'help':
      help.hidden = !help.hidden;
      button('help').setAttribute('aria-expanded', String(!help.hidden));
      break;
    default:
      show(slideAfter(command, current, slides.length));
  }
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  if (
    target.closest(
      'textarea, select, [contenteditable], input:is([type=text], [type=number], [type=search])',
    )
  )
    return 'text';
  if (
    target.closest(
      'input, [role=slider], [role=radio], [role=tab], [role=grid], .scroll-x, svg[tabindex]',
    )
  )
    return 'control';
  return target.closest('button, a, summary, [tabindex="0"]') ? 'press' : 'elsewhere';
}

/** A link to a figure, with its settings or without, opens the figure's slide. */
function showAddressed(): void {
  const [name = ''] = location.hash.slice(1).split('?');
  const addressed = slides.findIndex(
    (slide) => name && slide.querySelector(`[id="${CSS.escape(name)}"]`),
  );
  if (addressed >= 0) show(addressed, false);
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented) return;
  const command = commandOf(event, placeOf(event.target), signs.checked);
  if (!command) return;
  // Escape leaves full screen by itself, and everything that is open in a figure.
  if (command !== 'leave') event.preventDefault();
  run(command);
});
deck.addEventListener('click', ({ target }) => {
  const pressed = (target as Element).closest<HTMLElement>('[data-command]');
  if (pressed) run(pressed.dataset['command'] as PresenterCommand);
});
document.addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement) present(false);
});
window.addEventListener('hashchange', showAddressed);
window.addEventListener('resize', () => fit(false));
// A figure grows when its outcome is shown.
const shown = new MutationObserver(() => fit());
for (const figure of deck.querySelectorAll('.figure'))
  shown.observe(figure, { attributeFilter: ['class', 'data-figure'] });

deck.dataset['running'] = '';
show(0, false);
showAddressed();
