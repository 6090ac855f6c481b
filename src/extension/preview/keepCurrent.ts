import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import { isThere, movedUri } from '../uris';
import { type EditorScroll, topOf } from './editorScroll';
import type { Preview } from './preview';
import { settingOf } from './settings';

/** How long after an edit the editor's scrolling is taken for its doing, in milliseconds. */
const AFTER_EDIT = 500;

/** The previews that are there now. */
export interface OpenPreviews {
  all(): readonly Preview[];
  of(uri: vscode.Uri): readonly Preview[];
}

/** Keeps previews to their texts and to the editors of these. */
export function keepCurrent(
  previews: OpenPreviews,
  client: Client,
  briefs: Briefs,
  editorScroll: EditorScroll,
): vscode.Disposable {
  let edited = { uri: '', at: 0 };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) edited = { uri: document.uri.toString(), at: Date.now() };
    }),
    followTexts(previews),
    followServer(previews, client),
    followEditors(previews, briefs),
    followPlaces(previews, editorScroll, (uri) => edited.uri === uri.toString() && Date.now() - edited.at < AFTER_EDIT),
  );
}

/** Draws again what has changed, and stays with a brief that is moved. */
function followTexts({ all, of }: OpenPreviews): vscode.Disposable {
  const refresh = (uri: vscode.Uri) => {
    for (const preview of of(uri)) preview.refresh();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) refresh(document.uri);
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => refresh(uri)),
    vscode.workspace.onDidCloseTextDocument(async ({ uri }) => {
      // The brief of a file that was only closed stays; to draw it again would open the file.
      if (of(uri).length > 0 && !(await isThere(uri))) refresh(uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // One that stays with its brief stays with it under its new name.
      for (const preview of all()) {
        const now = files.map((file) => movedUri(preview.uri, file)).find((moved) => moved !== null);
        if (now) preview.show(now, true);
      }
    }),
  );
}

function followServer({ all, of }: OpenPreviews, client: Client): vscode.Disposable {
  const refresh = (uri: vscode.Uri) => {
    for (const preview of of(uri)) preview.refresh();
  };
  return vscode.Disposable.from(
    client.onPreview(refresh),
    client.onNoBrief(refresh),
    client.onReady(() => {
      for (const preview of all()) preview.refresh();
    }),
  );
}

/** Shows the brief of the active editor, and marks where its cursor is. */
function followEditors({ all }: OpenPreviews, briefs: Briefs): vscode.Disposable {
  const mark = () => {
    for (const preview of all()) preview.markCursor(false);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (!editor || !briefs.has(editor.document)) return;
      for (const preview of all()) if (!preview.locked) preview.show(editor.document.uri);
    }),
    vscode.window.onDidChangeVisibleTextEditors(mark),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('brief.preview.markEditorSelection')) mark();
    }),
  );
}

/**
 * Goes with the reader to other places of a text.
 *
 * @param wasEdited whether what the editor of a document does now may come of an edit
 */
function followPlaces(
  { of }: OpenPreviews,
  editorScroll: EditorScroll,
  wasEdited: (uri: vscode.Uri) => boolean,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      const { uri } = textEditor.document;
      editorScroll.scrolled(textEditor);
      // An edit shifts what the editor shows, by hints that come and go for one: the reader has not scrolled.
      if (!settingOf('scrollPreviewWithEditor') || wasEdited(uri)) return;
      for (const preview of of(uri)) preview.scrollTo(topOf(textEditor));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      // Text that is typed moves nothing on the page.
      const show = !wasEdited(document.uri) && settingOf('scrollPreviewWithEditor');
      for (const preview of of(document.uri)) preview.markCursor(show);
    }),
  );
}
