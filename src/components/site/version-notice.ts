/** Only a page that comes from what is kept here can learn of a newer version; others load no more. */
export function noticeVersion(): void {
  if (!navigator.serviceWorker?.controller || !document.getElementById('new-version')) return;
  // Without this part the new version comes into use when all pages are closed.
  import('./offer-version.ts').then(({ offerVersion }) => offerVersion()).catch(() => {});
}
