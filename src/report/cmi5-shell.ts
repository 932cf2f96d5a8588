/** The shell of cmi5 packages. */
import { Cmi5, readAddress } from './cmi5.ts';
import { startShell } from './shell.ts';

void startShell(() => {
  const address = readAddress(location.search);
  return address && new Cmi5(address);
});
