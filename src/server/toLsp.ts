import type { InLibrary, Problem, Severity, TextEdit } from '../core';
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
import type { Positions } from './positions';
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
  const changes = toTextEdits(positions, edits);
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** Whether the client makes files as a part of an edit. */
export function makesFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes('create') === true;
}

/** An edit that makes the file of a source, which overwrites nothing, and changes the brief along with it. */
export function toCreation({ uri, version, positions }: OpenDocument, { file, edits }: InLibrary): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const written = { range: { start, end: start }, newText: file.text };
  const options = { overwrite: false, ignoreIfExists: false };
  return {
    documentChanges: [
      { kind: 'create', uri: file.uri, options },
      { textDocument: { uri: file.uri, version: null }, edits: [written] },
      ...(edits.length > 0 ? [{ textDocument: { uri, version }, edits: toTextEdits(positions, edits) }] : []),
    ],
  };
}

/** The edits of a text as LSP has them. */
export function toTextEdits(positions: Positions, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}
