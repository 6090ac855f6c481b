import * as vscode from 'vscode';
import { pageOf, tableOfRows } from '../../core/editor/writing';
import type { UrlPaste } from '../../server/protocol';
import type { Client } from '../client';
import { createSource } from '../commands/documentEdits';
import { type PasteApi, type PasteEdit, type PasteProvider, pasteApi } from './api';
import { figuresFor, IMAGE_TYPES } from './figures';

/**
 * Offers edits when something is pasted or dropped into a brief, beside the plain text. An edit is made right away only if the
 * user surely wants it. Such edits are a link over selected words, an entry in a list of sources, one value of several lines
 * behind a key, a figure for an image, a table for rows with tabs, and Markdown for rich text. The plain text stays one choice away, in the menu that VS
 * Code shows where something was pasted.
 */
export function createPasting(client: Client): vscode.Disposable {
  const drop = vscode.languages.registerDocumentDropEditProvider(
    { language: 'brief' },
    {
      provideDocumentDropEdits: async (document, position, data) => {
        const figures = await figuresFor(document, new vscode.Range(position, position), data);
        if (!figures) return undefined;
        const edit = new vscode.DocumentDropEdit(figures.snippet);
        edit.additionalEdit = figures.files;
        return edit;
      },
    },
  );
  const api = pasteApi();
  if (!api) return drop;
  return vscode.Disposable.from(
    drop,
    api.register(urlProvider(api, client), ['text/plain', 'text/uri-list'], ['link', 'entry', 'cite', 'value']),
    api.register(htmlProvider(api, client), ['text/html'], ['markdown']),
    api.register(rowsProvider(api), ['text/plain'], ['table']),
    api.register(imageProvider(api), [...IMAGE_TYPES, 'text/uri-list'], ['figure']),
  );
}

/** Offers the forms of an address, and of several lines behind a key of the front matter. */
export function urlProvider(api: PasteApi, client: Pick<Client, 'pasteUrl'>): PasteProvider {
  return {
    provideDocumentPasteEdits: async (document, [range, ...more], data) => {
      const text = ((await data.get('text/plain')?.asString()) ?? '').trim();
      if (!range || more.length > 0) return [];
      if (!/^https?:\/\/\S+$/i.test(text) && !(text.includes('\n') && isBehindKey(document, range))) return [];
      const result = await client.pasteUrl(document.uri, range, text);
      if (result?.version !== document.version) return [];
      return result.choices.map((choice) => urlEdit(api, document, choice));
    },
  };
}

/** True if the selection may be the value of a key of the front matter. The server knows it for sure. */
function isBehindKey(document: vscode.TextDocument, { start, end }: vscode.Range): boolean {
  const line = document.lineAt(start.line).text;
  return start.line === end.line && /^\s*(?:-\s+)?[^\s:]+\s*:\s*$/.test(line.slice(0, start.character));
}

function urlEdit(
  api: PasteApi,
  document: vscode.TextDocument,
  { kind, title, edits, file, preferred }: UrlPaste,
): PasteEdit {
  const [first] = edits;
  // Pasted text replaces the selection; all other edits change the text around it.
  const isText = kind === 'link' || kind === 'value';
  const edit = api.edit(isText && first ? asText(first.newText) : '', title, kind);
  if (!isText) {
    edit.additionalEdit = new vscode.WorkspaceEdit();
    if (file) createSource(edit.additionalEdit, file);
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.additionalEdit.replace(document.uri, place, newText);
    }
  }
  if (!preferred) edit.yieldTo = [api.plainText];
  return edit;
}

function htmlProvider(api: PasteApi, client: Client): PasteProvider {
  return {
    provideDocumentPasteEdits: async (document, [range, ...more], data) => {
      if (!range || more.length > 0 || isFromEditor(data)) return [];
      if (!pageOf(document.getText()).isProse(range.start.line)) return [];
      const html = (await data.get('text/html')?.asString()) ?? '';
      if (html === '' || isCodeOfEditor(html)) return [];
      const text = ((await data.get('text/plain')?.asString()) ?? '').trim();
      // A link alone, as a browser copies it from its address bar, is an address.
      if (/^https?:\/\/\S+$/i.test(text)) return [];
      const markdown = await client.markdownOf(html);
      if (markdown === null || markdown === text) return [];
      const edit = api.edit(asText(markdown), vscode.l10n.t('Paste as Markdown'), 'markdown');
      // Blocks are rarely wanted in the middle of a line.
      const line = document.lineAt(range.start.line).text.slice(0, range.start.character);
      if (markdown.includes('\n') && line.trim() !== '') edit.yieldTo = [api.plainText];
      return [edit];
    },
  };
}

/** Offers a table for rows with tabs. Where rich text comes with them, its own table is taken. */
export function rowsProvider(api: PasteApi): PasteProvider {
  return {
    provideDocumentPasteEdits: async (document, [range, ...more], data) => {
      if (!range || more.length > 0 || isFromEditor(data) || data.get('text/html')) return [];
      const rows = (await data.get('text/plain')?.asString()) ?? '';
      const table = rows.includes('\t') ? tableOfRows(pageOf(document.getText()), range.start.line, rows) : null;
      return table === null ? [] : [api.edit(asText(table), vscode.l10n.t('Paste as a table'), 'table')];
    },
  };
}

function imageProvider(api: PasteApi): PasteProvider {
  return {
    provideDocumentPasteEdits: async (document, [range, ...more], data) => {
      const figures = range && more.length === 0 ? await figuresFor(document, range, data) : null;
      if (!figures) return [];
      const edit = api.edit(figures.snippet, vscode.l10n.t('Insert as a figure'), 'figure');
      edit.additionalEdit = figures.files;
      // A word processor puts a picture of its text beside the text.
      if (data.get('text/plain')) edit.yieldTo = [api.plainText];
      return [edit];
    },
  };
}

/** True if the clipboard was filled in VS Code: that is pasted as plain text, even if it has colours. */
function isFromEditor(data: vscode.DataTransfer): boolean {
  return data.get('vscode-editor-data') !== undefined || data.get('application/vnd.code.copymetadata') !== undefined;
}

function isCodeOfEditor(html: string): boolean {
  return /^(?:<meta[^>]*>|<html>|<body>|<!--StartFragment-->|\s)*<(?:div|pre)[^>]*font-family:[^>]*monospace/i.test(
    html.slice(0, 2000),
  );
}

/** Makes a snippet that inserts a text unchanged: in a snippet, `$` would begin a field. */
function asText(text: string): vscode.SnippetString {
  return new vscode.SnippetString().appendText(text);
}
