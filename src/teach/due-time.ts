/**
 * When an assignment is due, as its teacher types it: a day and a time by the clocks of a zone. Browsers
 * know the zones' rules but offer only the way from a moment to the clock, so the way back is searched.
 */

/** Milliseconds in a day: no zone is further than that from another. */
const day = 86_400_000;

/** What the clocks of a zone show at a moment, to the minute: `2026-11-30T17:00`. */
export function clockAt(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const year = part('year').padStart(4, '0');
  return `${year}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clocks of a zone show a time, in milliseconds since 1970. Where clocks are set
 * back and show it twice, the later: nobody's work comes too late by it.
 *
 * @param clock `2026-11-30T17:00`
 * @returns nothing where it is no time, or where the clocks are set forward and skip it.
 */
export function momentOf(clock: string, zone: string): number | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(clock) ? Date.parse(`${clock}Z`) : NaN;
  if (Number.isNaN(asUtc)) return undefined;
  // How far the zone is from UTC, a day before and a day after: the rules change at most once between.
  const moments = [asUtc - day, asUtc + day].map((near) => {
    const ahead = Date.parse(`${clockAt(near, zone)}Z`) - near;
    return asUtc - ahead;
  });
  const right = moments.filter((at) => clockAt(at, zone) === clock);
  return right.length > 0 ? Math.max(...right) : undefined;
}
