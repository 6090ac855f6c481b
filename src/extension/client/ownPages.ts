/**
 * The pages of the documentation that come with the extension, in one file. They open without a network, as read-only files.
 */
import * as vscode from 'vscode';
import { isChinese } from './language';

const SCHEME = 'brief-docs';

/** Pages by their paths in the documentation, such as `rules/citation/missing.md`. */
type Pages = Readonly<Record<string, string>>;

/** Returns the address of a page in the language of the window. */
export function addressOfPage(path: string): vscode.Uri {
  const folder = isChinese() ? '/zh-cn/' : '/';
  return vscode.Uri.from({ scheme: SCHEME, path: folder + path });
}

/** Provides VS Code with the pages, which it asks for when one is opened, or when a link in one is followed. */
export function provideOwnPages(extensionUri: vscode.Uri): vscode.Disposable {
  let pages: Thenable<Pages> | null = null;
  const pageOf = async (uri: vscode.Uri): Promise<string> => {
    pages ??= readPages(extensionUri);
    const page = (await pages)[uri.path.slice(1)];
    if (page === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return page;
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const none = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: none.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytesOf(await pageOf(uri)).length }),
    readFile: async (uri) => bytesOf(await pageOf(uri)),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  const options = { isCaseSensitive: true, isReadonly: true };
  return vscode.Disposable.from(none, vscode.workspace.registerFileSystemProvider(SCHEME, files, options));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readPages(extensionUri: vscode.Uri): Promise<Pages> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'pages.json'));
  return JSON.parse(new TextDecoder().decode(bytes));
}
