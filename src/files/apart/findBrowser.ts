/** Where the browsers that can print are installed. */
import { isAbsolute, join } from 'node:path';
import { isProgram, placesOnPath } from './findProgram';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const ON_MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * The path of an installed Chrome, Edge or Chromium; null where there is none. It is looked for where it is installed and
 * on the path, of which relative folders are left out: they may be an author's.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const { HOME, PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = env;
  const below = (roots: readonly (string | undefined)[], paths: readonly string[]) =>
    roots.flatMap((root) => (root && isAbsolute(root) ? paths.map((path) => join(root, path)) : []));
  const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    win32: below([PROGRAMFILES, X86, LOCALAPPDATA], ON_WINDOWS),
    darwin: below(['/', HOME], ON_MAC),
  };
  return (places[process.platform] ?? placesOnPath(NAMES, env)).find(isProgram) ?? null;
}
