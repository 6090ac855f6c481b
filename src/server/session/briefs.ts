/** Decides which open documents are briefs, and begins and ends their checks. */
import { refreshViews } from '../diagnostics/refreshViews';
import { type OpenDocument, openDocument } from '../documents/document';
import { notify, send } from '../messages/send';
import { isMarkdownBrief } from '../workspace/markdownBriefs';
import { refresh } from './problems';
import { dependenciesOf, type State } from './state';

/** True if a Markdown file is a brief: by its front matter, its configuration or the user's settings. */
export function isBrief({ configs, settings, roots }: State, { uri, text }: OpenDocument): boolean {
  const config = configs.of(uri)?.file ?? null;
  return isMarkdownBrief(uri, text, { config, include: settings.include, roots });
}

/** Begins to check a document if it is a brief. */
export function start(state: State, uri: string): void {
  if (state.documents.isMarkdown(uri)) decide(state, uri);
  else begin(state, uri);
}

/** Decides again if a Markdown file is a brief, and begins or ends its check. The file or its surroundings may have changed. */
export function decide(state: State, uri: string): void {
  const { documents, connection, agreement } = state;
  const change = documents.decide(uri);
  if (change === 'stays') return;
  if (change === 'begins') begin(state, uri);
  else {
    end(state, uri);
    notify(connection, 'brief/noBrief', { uri });
  }
  refreshViews(connection, agreement);
}

/** Begins to check a document. */
function begin(state: State, uri: string): void {
  const document = readAgain(state, uri);
  if (document) state.diagnostics.opened(document);
}

/** Ends the check of a document. */
export function end(
  { named, styledLists, index, diagnostics, found, told, agreement, connection }: State,
  uri: string,
): void {
  named.forget(uri);
  styledLists.forget(uri);
  index.closed(uri);
  diagnostics.closed(uri);
  found.delete(uri);
  told.delete(uri);
  if (!agreement.pulls) send(connection.sendDiagnostics({ uri, diagnostics: [] }));
}

/** Reads and checks a document again, after its configuration or the files that it names have changed. */
export function renew(state: State, uri: string): void {
  const { connection, agreement } = state;
  const renewed = readAgain(state, uri);
  if (!renewed) return;
  refresh(state, renewed);
  refreshViews(connection, agreement);
  notify(connection, 'brief/preview', { uri });
}

function readAgain(state: State, uri: string): OpenDocument | undefined {
  const document = state.documents.brief(uri);
  if (!document) return undefined;
  const { version, text, lines, reader } = document;
  const read = openDocument(uri, version, text, state.agreement.encoding, {
    lines,
    reader,
    ...dependenciesOf(state, uri),
  });
  state.documents.put(read);
  return read;
}
