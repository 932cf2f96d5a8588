import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const drawings = import.meta.glob<AstroComponentFactory>('./thumbnails/*.astro', {
  eager: true,
  import: 'default',
});

/** The small picture of a figure, drawn by the build. @throws where there is none */
export function thumbnailOf(name: string): AstroComponentFactory {
  const drawing = drawings[`./thumbnails/${name}.astro`];
  if (!drawing) throw new Error(`src/lab/thumbnails has no ${name}.astro.`);
  return drawing;
}
