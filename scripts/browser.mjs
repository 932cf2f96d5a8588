// Finds a Chrome or Chromium for the browser tests and the benchmark, or fetches one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectNode, root } from './project.mjs';
import { run, runPackage, step } from './steps.mjs';

/** How every browser of the project is started: quiet, and able to run as root in a container. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  // On a busy machine it takes what draws the pages for hung, and a page without it gets no more frames.
  '--disable-gpu-watchdog',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without windows: the same engine, in two thirds of the time. A package of Debian's. */
const headlessShell = 'chromium-headless-shell';

/**
 * Where an installed Chrome or Chromium usually lies.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} paths, the most usual first
 */
function usualPlaces(platform, env) {
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    const programs = ['Google\\Chrome', 'Chromium'].map(
      (name) => `${name}\\Application\\chrome.exe`,
    );
    return programs.flatMap((program) =>
      folders.filter(Boolean).map((folder) => `${folder}\\${program}`),
    );
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].flatMap((name) =>
      ['/Applications', `${env.HOME}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const folders = [...onPath, '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
  const programs = [
    headlessShell,
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'chromium',
    'chromium-browser',
  ];
  return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
}

/**
 * Whether a browser starts. Being there is not enough: Ubuntu ships a stub named chromium-browser,
 * and a download may lack system libraries. Chrome on Windows has no `--version`.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

/**
 * The browser to use: `CHROMIUM_PATH` if set, else an installed Chrome or Chromium.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} path of an executable
 */
export function findBrowser(env = process.env) {
  const chosen = env.CHROMIUM_PATH;
  if (chosen && starts(chosen)) return chosen;
  if (chosen) console.warn(`CHROMIUM_PATH is ${chosen}, which does not start; looking elsewhere.`);
  return usualPlaces(process.platform, env).find(starts);
}

/**
 * Where an installed Firefox usually lies.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} paths, the most usual first
 */
function usualPlacesOfFirefox(platform, env) {
  if (platform === 'win32') {
    return [env.ProgramFiles, env['ProgramFiles(x86)']]
      .filter(Boolean)
      .map((folder) => `${folder}\\Mozilla Firefox\\firefox.exe`);
  }
  if (platform === 'darwin') {
    return ['/Applications', `${env.HOME}/Applications`].map(
      (folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`,
    );
  }
  return ['/usr/bin', '/usr/local/bin'].flatMap((folder) =>
    ['firefox-esr', 'firefox'].map((program) => join(folder, program)),
  );
}

/**
 * The Firefox in which the tests of faults run too: `FIREFOX_PATH`, else an installed one. None is fetched, and
 * `FIREFOX_PATH=none` leaves an installed one alone.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} path of an executable
 * @throws {Error} where the chosen one does not start: whoever names one means it
 */
export function findFirefox(env = process.env) {
  const { FIREFOX_PATH: chosen } = env;
  if (chosen === 'none') return undefined;
  if (!chosen) return usualPlacesOfFirefox(process.platform, env).find(starts);
  if (!starts(chosen)) throw new Error(`FIREFOX_PATH is ${chosen}, which does not start.`);
  return chosen;
}

/** @returns {string} where Playwright keeps the browser that it downloads */
function downloadPath() {
  const question = "require('@playwright/test').chromium.executablePath()";
  return spawnSync(projectNode(), ['-p', question], { cwd: root, encoding: 'utf8' }).stdout.trim();
}

/**
 * @param {RegExp} systems what /etc/os-release has to say
 * @returns {boolean} whether packages of one of these systems can be installed
 */
function canUseApt(systems) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!existsSync('/etc/os-release')) return false;
  return systems.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string} name of a package */
async function installPackage(name) {
  const options = ['-y', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20'];
  const install = () =>
    run('apt-get', ['install', ...options, name], { DEBIAN_FRONTEND: 'noninteractive' });
  return (await install()) || ((await run('apt-get', ['update', ...options])) && install());
}

const debian = /^ID=debian$/m;
const likeDebian = /^ID(_LIKE)?=.*(debian|ubuntu)/m;

/**
 * Each way to come by a browser, or a faster one than was found, in the order in which they are
 * tried. Any of them may fail; the next one is tried then.
 * @type {{ name: string, isOpen(found?: string): boolean, take(): Promise<boolean> }[]}
 */
const ways = [
  {
    name: 'Installing the headless shell of Chromium (apt-get)',
    isOpen: (found) => canUseApt(debian) && !found?.endsWith(headlessShell),
    take: () => installPackage(headlessShell),
  },
  {
    name: 'Downloading Chromium (playwright install)',
    isOpen: (found) => !found,
    take: () => runPackage('@playwright/test:playwright', ['install', 'chromium']),
  },
  {
    name: 'Installing the libraries of that Chromium (playwright install-deps)',
    isOpen: (found) => !found && canUseApt(likeDebian) && existsSync(downloadPath()),
    take: () => runPackage('@playwright/test:playwright', ['install-deps', 'chromium']),
  },
  {
    name: 'Installing Chromium (apt-get)',
    isOpen: (found) => !found && canUseApt(likeDebian),
    take: () => installPackage('chromium'),
  },
];

/**
 * Finds a browser, or fetches one.
 * @returns {Promise<string | undefined>} path of an executable; if there is none, it has said what
 *   to do
 */
export async function ensureBrowser() {
  const find = () => findBrowser() ?? [downloadPath()].find(starts);
  // Whoever has chosen a browser means it.
  let browser = find();
  if (browser && browser === process.env.CHROMIUM_PATH) return browser;
  for (const way of ways) {
    if (!way.isOpen(browser)) continue;
    await step(way.name, way.take);
    browser = find();
  }
  if (!browser) {
    console.error(
      'No Chrome or Chromium was found, and none could be fetched. Install one, or set ' +
        'CHROMIUM_PATH to the path of its executable, and try again.',
    );
  }
  return browser;
}
