/** Sends problems to the client. */

import { derive } from '../../core/base/derive';
import { indexAhead, type Problem } from '../../core/checking';
import type { ConfigReport } from '../diagnostics/configDiagnostics';
import { gravestFirst, NOTHING_TOLD, type Told, toDiagnostics } from '../diagnostics/toLsp';
import type { OpenDocument, Reader } from '../documents/document';
import { notify, send } from '../messages/send';
import { statusOf } from '../pages/status';
import { later } from './later';
import { takeIn } from './problems';
import type { State } from './state';

/** Pause between two slices of indexing in the background, in milliseconds. */
const INDEX_REST = 5;

/** Shows the problems of a document, and then has others take in what it says. `late`: no change of the document led here. */
export function show(state: State, document: OpenDocument, problems: readonly Problem[], late: boolean): void {
  const { connection, agreement } = state;
  const { uri, version } = document;
  if (!agreement.pulls) {
    const sent = sentOf(document.reader);
    const diagnostics = toDiagnostics(document, problems, sent.last);
    sent.last = { problems, diagnostics };
    send(connection.sendDiagnostics({ uri, version, diagnostics: gravestFirst(diagnostics) }));
  } else if (late && agreement.refreshes) send(connection.languages.diagnostics.refresh());
  takeIn(state, document);
  tellStatus(state, document);
  indexSources(state, document);
}

/** The diagnostics that were sent last for a document, by its reader. */
const sentOf = derive((_reader: Reader): { last: Told } => ({ last: NOTHING_TOLD }));

/** Sends the status of a document if it has changed. Most keystrokes don't change it. */
function tellStatus({ connection, settings, told }: State, document: OpenDocument): void {
  const { uri, version } = document;
  const status = statusOf(document, settings);
  const text = JSON.stringify(status);
  if (told.get(uri) === text) return;
  told.set(uri, text);
  notify(connection, 'brief/status', { ...status, version });
}

/** Bibliographies are indexed in the background, once their brief has been shown. */
function indexSources({ documents, log }: State, document: OpenDocument): void {
  const slices = indexAhead(document.brief());
  const goOn = () => {
    if (documents.brief(document.uri) === document && !slices.next().done) later(log, INDEX_REST, goOn);
  };
  later(log, INDEX_REST, goOn);
}

/** Shows the problems of a configuration or of a file of a library. */
export function showBeside({ connection, agreement }: State, { placed, problems }: ConfigReport): void {
  // A client that pulls gets them with the diagnostics of the workspace.
  if (agreement.pulls) return;
  const diagnostics = toDiagnostics(placed, problems);
  send(connection.sendDiagnostics({ uri: placed.uri, diagnostics: gravestFirst(diagnostics) }));
}

/** Shows what is wrong in the configurations of the open documents and in their library folders. */
export function showConfigs(state: State): void {
  const configs = state.configs.all();
  state.configDiagnostics.update(configs);
  state.registerLibraries(configs.flatMap(({ folder }) => folder?.uri ?? []));
  if (!state.agreement.pulls) state.sourceDiagnostics.update(configs, state.settings.rules);
}
