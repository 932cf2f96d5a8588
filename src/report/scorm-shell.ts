/** The shell of SCORM packages. */
import { findApi } from './scorm-api.ts';
import { Scorm12 } from './scorm12.ts';
import { Scorm2004 } from './scorm2004.ts';
import { startShell } from './shell.ts';

void startShell((standard) => {
  const [name, Adapter] =
    standard === 'scorm2004' ? (['API_1484_11', Scorm2004] as const) : (['API', Scorm12] as const);
  const api = findApi(window, name);
  return api && new Adapter(api);
});
