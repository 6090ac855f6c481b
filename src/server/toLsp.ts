import {
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type CodeAction as LspCodeAction,
  type DocumentSymbol as LspDocumentSymbol,
  type TextEdit as LspTextEdit,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type CodeAction, type DocumentSymbol, type Problem, ruleUrl, type Severity, type TextEdit } from '../core';
import type { OpenDocument } from './document';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const SYMBOL: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Namespace,
  insight: SymbolKind.String,
  figure: SymbolKind.Number,
  source: SymbolKind.Key,
  'front-matter': SymbolKind.Module,
};

export function toDiagnostic({ uri, positions }: OpenDocument, problem: Problem): Diagnostic {
  return {
    range: positions.rangeOf(problem.span),
    severity: SEVERITY[problem.severity],
    source: 'brief',
    code: problem.rule,
    codeDescription: { href: ruleUrl(problem.rule) },
    message: problem.message,
    // Only places in this document can be turned into positions here.
    relatedInformation: problem.related.map(({ message, span, elsewhere }) => ({
      message,
      location: elsewhere ?? { uri, range: positions.rangeOf(span) },
    })),
    ...(problem.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

export function toQuickFix(document: OpenDocument, { problem, fix }: CodeAction): LspCodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, problem)],
    edit: toWorkspaceEdit(document, fix.edits),
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
}

/** An edit that a client refuses once the document has changed again. */
export function toWorkspaceEdit({ uri, version, positions }: OpenDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): LspTextEdit => ({ range: positions.rangeOf(span), newText }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

export function toSymbol({ positions }: OpenDocument, symbol: DocumentSymbol): LspDocumentSymbol {
  const convert = ({ kind, name, detail, span, nameSpan, children }: DocumentSymbol): LspDocumentSymbol => ({
    name,
    detail,
    kind: SYMBOL[kind],
    range: positions.rangeOf(span),
    selectionRange: positions.rangeOf(nameSpan),
    children: children.map(convert),
  });
  return convert(symbol);
}
