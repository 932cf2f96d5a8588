import type { APIRoute } from 'astro';
import { href } from '../lib/address.ts';
import { locale } from '../lib/locale.ts';
import { interfaceText } from '../lib/text.ts';

/** What a browser needs to install the site as an app. */
export const GET: APIRoute = async () => {
  const { site } = await interfaceText();
  const manifest = {
    id: href('/'),
    name: `${site.name}: ${site.tagline}`,
    short_name: site.name,
    description: site.description,
    lang: locale,
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: '#faf7f1',
    theme_color: '#faf7f1',
    icons: [{ src: href('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return new Response(JSON.stringify(manifest));
};
