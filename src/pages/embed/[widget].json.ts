import type { APIRoute, GetStaticPaths } from 'astro';
import { frameCode, usualHeight } from '../../components/lab/embed-code.ts';
import { labCards } from '../../lab/cards.ts';
import { href } from '../../lib/address.ts';
import { interfaceText } from '../../lib/text.ts';

export const getStaticPaths = (async () =>
  (await labCards()).map(({ id, data }) => ({
    params: { widget: id },
    props: { title: data.title },
  }))) satisfies GetStaticPaths;

/**
 * How to embed a figure, as oEmbed has it. Where the site does not know its own address, the addresses are
 * paths, which hold on its own host.
 *
 * @see https://oembed.com
 */
export const GET: APIRoute<{ title: string }> = async ({ params, props, site }) => {
  const { site: words } = await interfaceText();
  const absolute = (path: string) => (site ? new URL(href(path), site).href : href(path));
  const address = absolute(`embed/${params['widget']}`);
  return Response.json({
    version: '1.0',
    type: 'rich',
    title: props.title,
    provider_name: words.name,
    provider_url: absolute(''),
    width: 960,
    height: usualHeight,
    html: frameCode({ address, title: props.title, without: [], fragment: '' }),
  });
};
