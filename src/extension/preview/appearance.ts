import * as vscode from 'vscode';
import { refusalOf } from '../../files/confined/confinement';
import type { ToPage } from '../../webview/messages';
import { folderOf } from '../uris';

/** Bounds of readable text: its size in CSS pixels, and its line height as a multiple of the size. */
const FONT_SIZES = [6, 64] as const;
const LINE_HEIGHTS = [0.8, 4] as const;

/** The look of a preview, as the settings of its brief say. */
export interface Appearance extends vscode.Disposable {
  /** The folders of the style sheets, which the page must be allowed to load from. */
  readonly folders: readonly vscode.Uri[];
  /** Reads the settings and sends them to the page. */
  send(): Promise<void>;
}

export interface AppearanceHost {
  /** The brief that is shown. */
  brief(): vscode.Uri;
  webview: vscode.Webview;
  post(message: ToPage): void;
  /** To be called when the folders of the style sheets have changed. */
  foldersChanged(): void;
}

/**
 * Keeps a page looking as the settings `brief.preview.fontFamily`, `fontSize`, `lineHeight` and `styles` say, while they
 * and the style sheets change.
 */
export function createAppearance(host: AppearanceHost): Appearance {
  let folders: readonly vscode.Uri[] = [];
  let styles: readonly vscode.Uri[] = [];
  let watchers: readonly vscode.Disposable[] = [];
  /** Number in the address of each style sheet, so that a changed one is loaded again. */
  let version = 0;

  const send = async () => {
    const brief = host.brief();
    const found = await stylesOf(brief);
    if (brief.toString() !== host.brief().toString()) return;
    if (keyOf(found) !== keyOf(styles)) {
      styles = found;
      const before = keyOf(folders);
      folders = styles.map((style) => vscode.Uri.joinPath(style, '..'));
      watch();
      if (keyOf(folders) !== before) host.foldersChanged();
    }
    const settings = vscode.workspace.getConfiguration('brief.preview', brief);
    host.post({
      type: 'appearance',
      fontFamily: String(settings.get('fontFamily') ?? '').slice(0, 1000),
      fontSize: within(settings.get('fontSize'), FONT_SIZES),
      lineHeight: within(settings.get('lineHeight'), LINE_HEIGHTS),
      styles: styles.map((style) =>
        host.webview
          .asWebviewUri(style)
          .with({ query: `v=${version}` })
          .toString(),
      ),
    });
  };
  const sendSoon = () => {
    send().catch(() => undefined);
  };

  const reload = (file: vscode.Uri) => {
    if (!styles.some((style) => style.toString() === file.toString())) return;
    version++;
    sendSoon();
  };
  const watch = () => {
    for (const watcher of watchers) watcher.dispose();
    watchers = folders.map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.css'));
      watcher.onDidChange(reload);
      watcher.onDidCreate(reload);
      return watcher;
    });
  };

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('brief.preview', host.brief())) sendSoon();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(sendSoon),
    // Some file systems don't report changes.
    vscode.workspace.onDidSaveTextDocument((document) => reload(document.uri)),
  );
  return {
    get folders() {
      return folders;
    },
    send,
    dispose: () => {
      listeners.dispose();
      for (const watcher of watchers) watcher.dispose();
    },
  };
}

/**
 * Returns the style sheets that the settings of a brief name: `.css` files of its workspace folder, or else of its own folder.
 * Returns none in a folder that isn't trusted: a stranger's style could make a page say what its text doesn't.
 */
export async function stylesOf(brief: vscode.Uri): Promise<vscode.Uri[]> {
  if (!vscode.workspace.isTrusted) return [];
  const named: unknown = vscode.workspace.getConfiguration('brief.preview', brief).get('styles');
  const paths = Array.isArray(named) ? named.slice(0, MOST_STYLES) : [];
  const own = folderOf(brief);
  const root = vscode.workspace.getWorkspaceFolder(brief)?.uri ?? own;
  const found: vscode.Uri[] = [];
  for (const path of paths) {
    if (!root || !own || typeof path !== 'string' || refusalOf(path, ['.css']) !== null) continue;
    const [inRoot, inOwn] = [vscode.Uri.joinPath(root, path), vscode.Uri.joinPath(own, path)];
    // A style sheet that doesn't exist yet is loaded when it appears.
    found.push(!(await isFile(inRoot)) && (await isFile(inOwn)) ? inOwn : inRoot);
  }
  return found;
}

const MOST_STYLES = 20;

async function isFile(file: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(file)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

/** Returns a number from the settings, kept within bounds; null for anything else, so that the page uses its own. */
function within(value: unknown, [least, most]: readonly [number, number]): number | null {
  return typeof value === 'number' && value > 0 ? Math.min(most, Math.max(least, value)) : null;
}

function keyOf(uris: readonly vscode.Uri[]): string {
  return uris.map((uri) => uri.toString()).join('\n');
}
