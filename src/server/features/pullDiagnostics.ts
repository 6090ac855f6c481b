import { gravestFirst, toDiagnostics } from '../diagnostics/toLsp';
import type { FileReport, KnownResults, workspaceReports } from '../diagnostics/workspaceDiagnostics';
import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from '../lsp';
import { stopIfCancelled } from '../messages/answers';
import type { Feature } from './feature';

/** Diagnostics for clients that ask for them; for others the session sends those of the open documents. */
export const pullDiagnostics: Feature = {
  capabilities: ({ pulls }) =>
    pulls
      ? { diagnosticProvider: { identifier: 'brief', interFileDependencies: true, workspaceDiagnostics: true } }
      : {},
  register: ({ connection, documentOf, answer, session, agreement }) => {
    connection.languages.diagnostics.on(
      answer(
        'textDocument/diagnostic',
        async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
          const document = await documentOf(textDocument.uri);
          if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
          const { problems, resultId } = session().visible(document);
          if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
          const items = gravestFirst(toDiagnostics(document, problems));
          return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
        },
      ),
    );
    let reports: ReturnType<typeof workspaceReports> | null = null;
    connection.languages.diagnostics.onWorkspace((params, token, _progress, results) =>
      answer('workspace/diagnostic', async () => {
        const workspace = await import('../diagnostics/workspaceDiagnostics');
        reports ??= workspace.workspaceReports(agreement().encoding);
        const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
        return reportOnAll(reports(session(), known), known, results && ((items) => results.report({ items })), token);
      })(params, token),
    );
  },
};

/** Most files and problems in a piece of a report. The first of them ends it. */
const MOST_IN_PIECE = { files: 100, problems: 500 };

/**
 * Reports on all that is wrong in the workspace; of what the client has already only that it is so.
 *
 * @param send takes a piece of the report, if the client wants pieces
 * @returns what is not sent yet
 */
async function reportOnAll(
  reports: AsyncIterable<FileReport>,
  known: KnownResults,
  send: ((items: WorkspaceDocumentDiagnosticReport[]) => void) | undefined,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const gone = new Set(known.keys());
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  let problems = 0;
  for await (const { uri, version, items: found, resultId } of reports) {
    stopIfCancelled('workspace/diagnostic', token);
    gone.delete(uri);
    items.push(
      found
        ? { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...found] }
        : { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId },
    );
    problems += found?.length ?? 0;
    if (!send || (items.length < MOST_IN_PIECE.files && problems < MOST_IN_PIECE.problems)) continue;
    send(items);
    items = [];
    problems = 0;
  }
  // What is not a brief any more has no problems.
  for (const uri of gone) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  return { items };
}
