import * as vscode from 'vscode';
import { pageOf } from '../../core/editor/writing';
import { folderOf, nameOf } from '../uris';
import { imageExtension, MOST_BYTES, relativePath, safeStem } from './images';

export const IMAGE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** More images at once are not meant as figures for one place. */
const MOST_FIGURES = 10;

/** Figures for pasted or dropped images. */
export interface Figures {
  /** A `figure` block for each, with fields for its alternative text and its sources. */
  readonly snippet: vscode.SnippetString;
  /** Saves the images that are not below the brief's folder yet. */
  readonly files: vscode.WorkspaceEdit;
}

/**
 * Makes figures from images. Each is saved beside the brief under a free name; an image below the brief's folder stays where it
 * is. This is the user's own act, so it works in untrusted folders too.
 *
 * @returns null if there is no image, or no folder or no place for it
 */
export async function figuresFor(
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
): Promise<Figures | null> {
  const folder = folderOf(document.uri);
  if (!folder || !pageOf(document.getText()).isProse(range.start.line)) return null;
  const files = new vscode.WorkspaceEdit();
  const taken = new Set<string>();
  const paths: string[] = [];
  for (const image of await imagesIn(document, folder, data)) {
    if ('path' in image) {
      paths.push(image.path);
      continue;
    }
    const name = await freeName(folder, image.stem, image.extension, taken);
    files.createFile(vscode.Uri.joinPath(folder, name), { contents: image.bytes, overwrite: false });
    paths.push(name);
  }
  return paths.length > 0 ? { snippet: snippetOf(document, range, paths), files } : null;
}

type Image =
  /** It is below the brief's folder. */
  { readonly path: string } | { readonly stem: string; readonly extension: string; readonly bytes: Uint8Array };

async function imagesIn(
  document: vscode.TextDocument,
  folder: vscode.Uri,
  data: vscode.DataTransfer,
): Promise<readonly Image[]> {
  const found: Image[] = [];
  const add = async (name: string, read: () => Thenable<Uint8Array>) => {
    const bytes = await read();
    const extension = bytes.length <= MOST_BYTES ? imageExtension(bytes) : null;
    if (extension) found.push({ stem: safeStem(name), extension, bytes });
  };
  const uris = ((await data.get('text/uri-list')?.asString()) ?? '').split(/\r?\n/).filter((line) => line !== '');
  for (const written of uris.slice(0, MOST_FIGURES)) {
    const uri = uriOf(written);
    // Files of this machine, or of the machine with the brief, but not of a network server.
    if (uri?.scheme !== document.uri.scheme || uri.authority !== document.uri.authority) continue;
    if (!/\.(?:png|jpe?g|gif|webp|svg)$/i.test(uri.path)) continue;
    const path = relativePath(folder.path, uri.path);
    if (path !== null) found.push({ path });
    else {
      const size = await sizeOf(uri);
      if (size !== null && size <= MOST_BYTES) await add(nameOf(uri), () => vscode.workspace.fs.readFile(uri));
    }
  }
  if (found.length > 0) return found;
  for (const [, item] of data) {
    const file = item.asFile();
    const stem = /^image\.\w+$/i.test(file?.name ?? '') ? `${safeStem(nameOf(document.uri))}-figure` : file?.name;
    if (file && found.length < MOST_FIGURES) await add(stem ?? '', () => file.data());
  }
  return found;
}

function uriOf(written: string): vscode.Uri | null {
  try {
    return vscode.Uri.parse(written, true);
  } catch {
    return null;
  }
}

async function sizeOf(uri: vscode.Uri): Promise<number | null> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    return type === vscode.FileType.File ? size : null;
  } catch {
    return null;
  }
}

/** The first of `name.png`, `name-2.png`, … that nothing is called, a link that leads nowhere included. */
async function freeName(folder: vscode.Uri, stem: string, extension: string, taken: Set<string>): Promise<string> {
  const there = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  for (let i = 1; ; i++) {
    const name = `${stem}${i === 1 ? '' : `-${i}`}.${extension}`;
    if (there.has(name) || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** The blocks stand on lines of their own. */
function snippetOf(document: vscode.TextDocument, range: vscode.Range, paths: readonly string[]): vscode.SnippetString {
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  const behind = document.lineAt(range.end.line).text.slice(range.end.character);
  const snippet = new vscode.SnippetString(before.trim() === '' ? '' : '\n\n');
  for (const [i, path] of paths.entries()) {
    if (i > 0) snippet.appendText('\n\n');
    const id = safeStem(path.slice(path.lastIndexOf('/') + 1));
    snippet.appendText(
      `\`\`\`figure\nid: ${id}\nimage: ${/^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u.test(path) ? path : JSON.stringify(path)}\nalt: `,
    );
    snippet
      .appendPlaceholder(vscode.l10n.t('What the image shows'))
      .appendText('\ncites: [')
      .appendTabstop()
      .appendText(']\n```');
  }
  const next = range.end.line + 1 < document.lineCount ? document.lineAt(range.end.line + 1).text : '';
  return snippet.appendText(behind.trim() !== '' ? '\n\n' : next.trim() !== '' ? '\n' : '');
}
