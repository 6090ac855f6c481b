import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { toDiagnostic } from '../toLsp';
import type { Feature } from './feature';

/** Diagnostics for clients that ask for them; for others the session sends them. */
export const pullDiagnostics: Feature = {
  capabilities: ({ pulls }) =>
    pulls
      ? { diagnosticProvider: { identifier: 'brief', interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  register: ({ connection, answer, session }) => {
    connection.languages.diagnostics.on(
      answer('textDocument/diagnostic', ({ textDocument, previousResultId }): DocumentDiagnosticReport => {
        const document = session().document(textDocument.uri);
        if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const { problems, resultId } = session().visible(document);
        if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        const items = problems.map((problem) => toDiagnostic(document, problem));
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      }),
    );
  },
};
