/** What both SCORM adapters need: finding the course system's object, and calling it with care. */
import { ReportFailed } from './reporter.ts';

/** A window as far as the search goes through it; a foreign one throws at every look. */
interface Ancestor {
  parent: unknown;
  opener?: unknown;
}

/** So many windows are looked into. */
const mostWindows = 50;

/** The course system's object of a name, in the windows around this one or around one that opened them. */
export function findApi(start: Ancestor, name: 'API' | 'API_1484_11'): object | undefined {
  const waiting: unknown[] = [look(start, 'parent'), look(start, 'opener')];
  const seen = new Set<unknown>();
  while (waiting.length > 0 && seen.size < mostWindows) {
    const place = waiting.shift();
    if (!place || seen.has(place)) continue;
    seen.add(place);
    const found = look(place, name);
    if (typeof found === 'object' && found !== null) return found;
    waiting.push(look(place, 'parent'), look(place, 'opener'));
  }
  return undefined;
}

function look(place: unknown, name: string): unknown {
  try {
    return (place as Record<string, unknown> | undefined | null)?.[name];
  } catch {
    // A window of another origin.
    return undefined;
  }
}

/** The functions of a course system's object, with whatever may go wrong turned into `ReportFailed`. */
export class ScormApi {
  constructor(
    private readonly api: object,
    /** What stands before every function's name in SCORM 1.2: `LMS`. */
    private readonly prefix: '' | 'LMS',
  ) {}

  /** Calls a function that answers `true` or `false`. @throws {ReportFailed} */
  act(name: 'Initialize' | 'Commit' | 'Terminate' | 'Finish'): void {
    this.expectTrue(name, this.call(name, ''));
  }

  /** @throws {ReportFailed} */
  set(element: string, value: string): void {
    this.expectTrue(`SetValue ${element}`, this.call('SetValue', element, value));
  }

  /** Sets what a system may do without; a refusal is no failure. */
  offer(element: string, value: string): boolean {
    try {
      this.set(element, value);
      return true;
    } catch {
      return false;
    }
  }

  /** An element's value, empty where the system does not know it. @throws {ReportFailed} */
  get(element: string): string {
    const value = this.call('GetValue', element);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  private call(name: string, ...given: string[]): unknown {
    const full = this.prefix + name;
    try {
      const found = (this.api as Record<string, unknown>)[full];
      if (typeof found !== 'function') throw new Error('missing');
      return (found as (...given: string[]) => unknown).apply(this.api, given);
    } catch (error) {
      throw new ReportFailed(full, reasonOf(error));
    }
  }

  private expectTrue(call: string, answer: unknown): void {
    if (answer === true || answer === 'true') return;
    let fault: string;
    try {
      fault = String(this.call('GetLastError'));
    } catch {
      fault = 'no answer';
    }
    throw new ReportFailed(this.prefix + call, fault.slice(0, 80));
  }
}

/** What an error says, which may come from another window, or be none. */
function reasonOf(error: unknown): string {
  try {
    const { message } = error as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 80) : 'threw';
  } catch {
    return 'threw';
  }
}
