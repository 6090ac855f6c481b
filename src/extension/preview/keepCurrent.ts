import * as vscode from 'vscode';
import type { Briefs } from '../briefs';
import type { Client } from '../client';
import { isThere, movedUri } from '../uris';
import { type EditorScroll, topOf } from './editorScroll';
import type { Preview } from './preview';
import { settingOf } from './settings';

/** Time after an edit in which the editor's scrolling counts as its effect, in milliseconds. */
const AFTER_EDIT = 500;

/** The open previews. */
export interface OpenPreviews {
  all(): readonly Preview[];
  of(uri: vscode.Uri): readonly Preview[];
}

/** Keeps previews in step with their texts and with the editors of those texts. */
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

/** Draws previews again when their texts change, and follows a brief that is moved. */
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
      // A preview stays if its file was only closed. To draw it again would open the file.
      if (of(uri).length > 0 && !(await isThere(uri))) refresh(uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // A locked preview also follows its brief to the new name.
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
 * Scrolls previews with the reader to other places of a text.
 *
 * @param wasEdited tells whether the scrolling of a document's editor may come from an edit
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
      // An edit shifts the lines in view (by hints that come and go, say): the reader hasn't scrolled.
      if (!settingOf('scrollPreviewWithEditor') || wasEdited(uri)) return;
      for (const preview of of(uri)) preview.scrollTo(topOf(textEditor));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      // Typing doesn't move the page.
      const show = !wasEdited(document.uri) && settingOf('scrollPreviewWithEditor');
      for (const preview of of(document.uri)) preview.markCursor(show);
    }),
  );
}
