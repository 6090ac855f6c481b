/** The desktop VS Code: one that is installed, or the build that `@vscode/test-electron` downloads. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './install.js';
import { startGuarded, Unavailable } from './lifetime.js';
import { QUIET_SETTINGS, withoutEditor } from './servedCode.js';

/** Whether windows can be opened on this machine. */
export function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/**
 * The VS Code that `VSCODE_EXECUTABLE` names, else the `code` on the path, unless it is one that opens its windows
 * on another machine.
 *
 * @returns {string | null}
 */
export function findInstalledCode() {
  const { VSCODE_EXECUTABLE, VSCODE_IPC_HOOK_CLI, PATH = '' } = process.env;
  if (VSCODE_EXECUTABLE) {
    if (existsSync(VSCODE_EXECUTABLE)) return VSCODE_EXECUTABLE;
    throw new Unavailable(`VSCODE_EXECUTABLE names ${VSCODE_EXECUTABLE}, which does not exist.`);
  }
  // In the terminal of a remote window, `code` speaks to the window and cannot load an extension under development.
  if (VSCODE_IPC_HOOK_CLI) return null;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const found = PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  // Under WSL it is the Windows one.
  return found && !realpathSync(found).startsWith('/mnt/') ? found : null;
}

/**
 * Downloads the desktop build unless it is there, showing progress.
 *
 * @returns {Promise<string>} its executable
 */
export async function downloadDesktopCode() {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cacheFolder(), 'desktop') });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Unavailable(`VS Code could not be downloaded (${cause}). Name an installed one in VSCODE_EXECUTABLE.`);
  }
}

/**
 * The program itself behind the `code` command, which only starts it.
 *
 * @param {string} path the command or the program
 * @returns {string}
 */
export function programOf(path) {
  const real = realpathSync(path);
  if (!/[\\/]bin[\\/][\w-]+(\.cmd)?$/.test(real)) return real;
  const home = dirname(dirname(real));
  const candidates = [
    'code',
    'code-insiders',
    'codium',
    'Code.exe',
    'Code - Insiders.exe',
    '../../MacOS/Electron',
    '../../MacOS/Code',
  ];
  return candidates.map((name) => join(home, name)).find((program) => existsSync(program)) ?? real;
}

/**
 * Opens a folder in a desktop window of its own, with fresh settings and no other extensions, so that the user's own
 * windows and settings stay as they are.
 *
 * @param {string} executable
 * @param {object} options
 * @param {string} options.folder
 * @param {readonly string[]} options.extensions
 * @param {Record<string, unknown>} options.open see `startExtension/main.js`
 */
export function openDesktopCode(executable, { folder, extensions, open }) {
  const data = mkdtempSync(join(tmpdir(), 'research-briefs-vscode-'));
  mkdirSync(join(data, 'user/User'), { recursive: true });
  writeFileSync(join(data, 'user/User/settings.json'), JSON.stringify(QUIET_SETTINGS, null, 2));
  const args = [
    '--wait',
    '--new-window',
    ...extensions.map((extension) => `--extensionDevelopmentPath=${extension}`),
    ...[`--user-data-dir=${join(data, 'user')}`, `--extensions-dir=${join(data, 'extensions')}`],
    ...['--skip-welcome', '--skip-release-notes', '--disable-workspace-trust', '--disable-updates'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  return startGuarded(executable, args, {
    // The `code` command starts the program apart from itself: then the window closes itself when we are gone.
    env: { ...withoutEditor(process.env), RESEARCH_BRIEFS_OPEN: JSON.stringify({ ...open, until: process.pid }) },
    remove: [data],
  });
}
