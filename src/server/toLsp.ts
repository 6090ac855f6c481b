import type { Problem, Severity, TextEdit } from '../core';
import { ruleUrl } from '../core/checks/pages';
import type { OpenDocument } from './document';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from './lsp';
import { rangeElsewhere } from './rangeElsewhere';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A text whose places can be told to the client. */
export type Placed = Pick<OpenDocument, 'uri' | 'positions'>;

export function toDiagnostic({ uri, positions }: Placed, problem: Problem): Diagnostic {
  return {
    range: positions.rangeOf(problem.span),
    severity: SEVERITY[problem.severity],
    source: 'brief',
    code: problem.rule,
    codeDescription: { href: ruleUrl(problem.rule) },
    message: problem.message,
    relatedInformation: problem.related.map(({ message, span, elsewhere }) => ({
      message,
      location: elsewhere
        ? { uri: elsewhere.uri, range: rangeElsewhere(elsewhere.range, positions) }
        : { uri, range: positions.rangeOf(span) },
    })),
    ...(problem.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** An edit that a client refuses once the document has changed again, where it looks at versions. */
export function toWorkspaceEdit(
  { uri, version, positions }: OpenDocument,
  edits: readonly TextEdit[],
  client: ClientCapabilities,
): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): LspTextEdit => ({ range: positions.rangeOf(span), newText }));
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
