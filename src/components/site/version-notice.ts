/** Only a page that comes from what is kept here can learn of a newer version; others load no more. */
export function noticeVersion(): void {
  if (!comesFromKept() || !document.getElementById('new-version')) return;
  // Without this part the new version comes into use when all pages are closed.
  import('./offer-version.ts').then(({ offerVersion }) => offerVersion()).catch(() => {});
}

function comesFromKept(): boolean {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    // Where all storage is forbidden, even the question may be.
    return false;
  }
}
