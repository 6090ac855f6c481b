/** Changes to a session: of texts, configurations, files and settings. */
import { CONFIG_NAME } from '../../core/checking';
import { refreshViews } from '../diagnostics/refreshViews';
import { type ContentChange, changeDocument, type OpenDocument, openDocument } from '../documents/document';
import { isLong } from '../documents/readAhead';
import { guarding } from '../messages/answers';
import { notify } from '../messages/send';
import { readSettings } from '../settings';
import { decide, end, renew, start } from './briefs';
import { refresh } from './problems';
import { showConfigs } from './show';
import { dependenciesOf, type State } from './state';

export function open(state: State, uri: string, languageId: string, version: number, text: string): void {
  const { agreement, workspace, documents } = state;
  // Without watched files, nothing tells that a library has changed by now.
  if (!agreement.watchesFiles) workspace?.changed(null);
  const document = openDocument(uri, version, text, agreement.encoding);
  if (isConfig(uri)) {
    useConfig(state, uri, document);
    return;
  }
  documents.add(document, languageId);
  if (workspace || isLong(text)) openSoon(state, document);
  else start(state, uri);
}

/** Opens a document once its configuration is known, and a long one has been read. */
function openSoon(state: State, document: OpenDocument): void {
  const { uri, text } = document;
  const { workspace, documents, inPieces, opening, log } = state;
  const isWanted = () => opening.get(uri) === read;
  const configured = workspace ? loadConfig(state, uri).catch(() => undefined) : Promise.resolve();
  const read: Promise<void> = configured
    .then(() =>
      documents.brief(uri) && isLong(text)
        ? inPieces.long(document, isWanted)
        : inPieces.withBibliographies(uri, dependenciesOf(state, uri)),
    )
    .catch(() => undefined)
    .then(() => {
      if (!isWanted()) return;
      opening.delete(uri);
      guarding('The opening of a document', () => start(state, uri), log);
    });
  opening.set(uri, read);
}

export function change(state: State, uri: string, version: number, changes: readonly ContentChange[]): void {
  const { documents, opening, diagnostics, agreement } = state;
  const before = opened(state, uri);
  // A change that comes twice, or after a later one, doesn't apply to this text.
  if (!before || version <= before.version) return;
  const around = dependenciesOf(state, uri);
  const { document, edits } = changeDocument(before, version, changes, agreement.encoding, around);
  if (isConfig(uri)) {
    useConfig(state, uri, document);
    return;
  }
  documents.put(document);
  if (documents.brief(uri) && !opening.has(uri)) diagnostics.changed(document, edits);
  decide(state, uri);
}

export function close(state: State, uri: string): void {
  if (isConfig(uri)) {
    useConfig(state, uri, null);
    return;
  }
  state.opening.delete(uri);
  if (state.documents.remove(uri)) end(state, uri);
  state.configs.forget(uri);
  showConfigs(state);
}

/** Any open document, be it a brief or not. */
export function opened({ documents, openConfigs }: State, uri: string): OpenDocument | undefined {
  return documents.find(uri) ?? openConfigs.get(uri);
}

/** Treats an open Markdown file as a brief, or as no brief, until it is closed. Returns false if it isn't open. */
export function takeAsBrief(state: State, uri: string, asBrief: boolean): boolean {
  if (!state.documents.find(uri)) return false;
  state.documents.take(uri, asBrief);
  decide(state, uri);
  return true;
}

/** Uses the text of an open configuration instead of its file. Null: the configuration is closed. */
function useConfig(state: State, uri: string, document: OpenDocument | null): void {
  const { openConfigs, workspace } = state;
  if (document) openConfigs.set(uri, document);
  else openConfigs.delete(uri);
  workspace?.overlay(uri, document?.text ?? null);
  reloadConfigs(state);
}

function reloadConfigs(state: State): void {
  for (const uri of state.documents.uris()) state.renewing.add(uri, loadConfig(state, uri));
}

async function loadConfig(state: State, uri: string): Promise<void> {
  await state.configs.load(uri);
  showConfigs(state);
}

/** Reads and checks a document again that has another configuration than before, or none any more. */
export function configChanged(state: State, uri: string): void {
  decide(state, uri);
  const ahead = state.inPieces.withBibliographies(uri, dependenciesOf(state, uri));
  state.renewing.add(
    uri,
    ahead.then(() => renew(state, uri)),
  );
}

/** Reads the files that open documents name again, and their configurations. `uris` are the files that changed. */
export function filesChanged(state: State, uris: readonly string[]): void {
  const { workspace, documents, named, index } = state;
  workspace?.changed(uris);
  for (const document of documents.briefs()) named.reread(document);
  reloadConfigs(state);
  index.changed(uris);
}

/** Takes the value of the setting `brief`, and checks all documents again. */
export function useSettings(state: State, value: unknown): void {
  const { connection, agreement, documents, index, settings: before } = state;
  const { settings, warnings } = readSettings(value);
  for (const warning of warnings) connection.console.warn(warning);
  if (settings.include.join('\n') !== before.include.join('\n')) index.forgetAll();
  state.settings = settings;
  state.dependencies++;
  state.found.clear();
  showConfigs(state);
  for (const uri of documents.uris()) decide(state, uri);
  for (const document of documents.briefs()) {
    refresh(state, document);
    if (settings.bibliographyStyle !== before.bibliographyStyle)
      notify(connection, 'brief/preview', { uri: document.uri });
  }
  refreshViews(connection, agreement);
}

function isConfig(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}
