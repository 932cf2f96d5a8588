import { siteScope } from './site-scope.ts';
import { fill } from '../../lib/fill.ts';
import { onNewVersion, useNewVersion } from '../../offline/keeping.ts';

/** Shows the notice once a new version waits, and puts that version in use when the reader says so. */
export async function offerVersion(): Promise<void> {
  const notice = document.getElementById('new-version')!;
  await onNewVersion(siteScope(), () => (notice.hidden = false));
  notice.querySelector('button')!.addEventListener('click', async () => {
    const n = await useNewVersion(siteScope());
    if (n > 0) notice.querySelector('p')!.textContent = fill(notice.dataset['others']!, { n });
  });
}
