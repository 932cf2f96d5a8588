/** Fetches what the figure needs once its outcome may be seen. @throws where it cannot be had. */
export const loadLive = () => import('./live.ts');
