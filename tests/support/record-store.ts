import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../../scripts/static-server.mjs';
import { stop } from './course-system.ts';

export interface Statement {
  id: string;
  verb: { id: string };
  object: { id: string; definition?: Record<string, unknown> };
  result?: Record<string, unknown>;
  context: {
    registration: string;
    contextActivities: Record<string, { id: string }[]>;
    extensions: Record<string, unknown>;
  };
}

/** A small learning record store with the part of a course system that launches by cmi5. */
export interface RecordStore {
  statements: Statement[];
  /** Documents of the State API, by their id. */
  states: Map<string, string>;
  /** Every request, as `GET activities/state LMS.LaunchData`, without a browser's questions ahead. */
  requests: string[];
  /** Milliseconds that it takes over statements from now on; whoever goes away meanwhile is not heard. */
  delay: number;
  /** The part of the address behind the question mark that opens a package. */
  launch(): string;
  stop(): Promise<void>;
}

const session = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** @param data changes to what the course system says at launch */
export async function startRecordStore(data: Record<string, unknown> = {}): Promise<RecordStore> {
  const bodyOf = async (request: IncomingMessage) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  };
  const launchData = {
    contextTemplate: {
      contextActivities: { grouping: [{ id: 'https://example.org/course' }] },
      extensions: { [session]: 'session-1' },
    },
    launchMode: 'Normal',
    masteryScore: 0.8,
    moveOn: 'CompletedOrPassed',
    ...data,
  };
  const store: RecordStore = {
    statements: [],
    states: new Map([['LMS.LaunchData', JSON.stringify(launchData)]]),
    requests: [],
    delay: 0,
    launch: () =>
      String(
        new URLSearchParams({
          endpoint: `${url}lrs`,
          fetch: `${url}fetch`,
          actor: JSON.stringify({ account: { homePage: 'https://example.org', name: '17' } }),
          registration: '8f5b1a0e-6d5a-4c4e-9f0a-2f1f5a5f0c11',
          activityId: 'https://example.org/activity',
        }),
      ),
    stop: () => stop(server),
  };
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.setHeader('Access-Control-Allow-Methods', '*');
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const { method } = request;
    if (method === 'OPTIONS') return response.writeHead(204).end();
    const document = searchParams.get('stateId') ?? searchParams.get('profileId') ?? '';
    store.requests.push(`${method} ${pathname.slice(1).replace('lrs/', '')} ${document}`.trim());
    const { delay } = store;
    const body = await bodyOf(request);
    if (pathname === '/fetch') return response.end('{"auth-token":"dG9rZW4="}');
    if (request.headers.authorization !== 'Basic dG9rZW4=') return response.writeHead(401).end();
    if (pathname === '/lrs/statements') {
      const given = JSON.parse(body) as Statement[];
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (response.destroyed) return;
      // One that is there already and differs, such as in its session, takes the others with it.
      if (given.some(({ id }) => store.statements.some((known) => known.id === id))) {
        return response.writeHead(409).end();
      }
      store.statements.push(...given);
      return response.end('[]');
    }
    if (method === 'PUT') {
      store.states.set(document, body);
      return response.writeHead(204).end();
    }
    const kept = store.states.get(document);
    return kept === undefined ? response.writeHead(404).end() : response.end(kept);
  });
  const url = `http://localhost:${await listen(server, 0)}/`;
  return store;
}
