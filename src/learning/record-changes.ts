/** Tells all who listen to the record that it has changed, in every tab of this browser. */

/** Which documents were written, `all` for everything, or none where only events were. */
export type Change = string[] | 'all';

/** @param own whether this very page has written it */
export type Hear = (change: Change, own?: boolean) => void;

const listeners = new Set<Hear>();
const channelName = 'unwatched-record';
/** Open as long as anybody on the page listens; a channel hears all but its own messages. */
let channel: BroadcastChannel | undefined;

/** Tells all who listen, in every tab. */
export function announce(change: Change): void {
  for (const hear of listeners) hear(change, true);
  if (typeof BroadcastChannel === 'undefined') return;
  const line = channel ?? new BroadcastChannel(channelName);
  line.postMessage(change);
  if (line !== channel) line.close();
}

const hearOthers = ({ data }: MessageEvent<Change>) => {
  for (const hear of listeners) hear(data);
};
/** A tab that rested has heard nothing. */
const wake = () => {
  if (document.visibilityState !== 'visible') return;
  for (const hear of listeners) hear('all');
};

/**
 * Calls `hear` whenever something was written, by this page or by another tab of this browser, and when
 * the reader comes back to this one.
 *
 * @returns how to stop.
 */
export function onChange(hear: Hear): () => void {
  if (listeners.size === 0) {
    // In a browser without channels, what other tabs write is seen when the reader comes back to this one.
    if (typeof BroadcastChannel !== 'undefined') {
      channel = new BroadcastChannel(channelName);
      channel.addEventListener('message', hearOthers);
    }
    document.addEventListener('visibilitychange', wake);
  }
  listeners.add(hear);
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
    document.removeEventListener('visibilitychange', wake);
  };
}
