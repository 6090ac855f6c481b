import { gravestFirst, toDiagnostics } from '../diagnostics/toLsp';
import type { FileReport, workspaceReports } from '../diagnostics/workspaceDiagnostics';
import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
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
    connection.languages.diagnostics.onWorkspace(
      answer('workspace/diagnostic', async (params: WorkspaceDiagnosticParams, token) => {
        const workspace = await import('../diagnostics/workspaceDiagnostics');
        reports ??= workspace.workspaceReports(agreement().encoding);
        return reportOnAll(reports(session()), params, token);
      }),
    );
  },
};

/** All that is wrong in the workspace; of what the client has already only that it is so. */
async function reportOnAll(
  reports: AsyncIterable<FileReport>,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const { uri, version, items: found, resultId } of reports) {
    stopIfCancelled('workspace/diagnostic', token);
    items.push(
      previous.get(uri) === resultId
        ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...found] },
    );
    previous.delete(uri);
  }
  // What is not a brief any more has no problems.
  for (const uri of previous.keys())
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  return { items };
}
