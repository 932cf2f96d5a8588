import { createRequire } from 'node:module';

/**
 * Lets Playwright drive a Firefox that was installed as any other program, by WebDriver BiDi. Playwright sets
 * the colour scheme of every page by a command that this Firefox does not know, and would open no page at
 * all; the command is exchanged for one that changes nothing. So `emulateMedia` does nothing there.
 */
export function driveFirefox(): void {
  const require = createRequire(import.meta.url);
  const { ws } = require('playwright-core/lib/utilsBundle') as {
    ws: { prototype: { send(message: string, ...rest: unknown[]): void } };
  };
  const { send } = ws.prototype;
  ws.prototype.send = function (message, ...rest) {
    const unknown = String(message).includes('"emulation.setMediaFeaturesOverride"');
    const { id } = unknown ? (JSON.parse(message) as { id: number }) : {};
    const known = unknown ? JSON.stringify({ id, method: 'session.status', params: {} }) : message;
    send.call(this, known, ...rest);
  };
}
