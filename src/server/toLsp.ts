import {
  CodeActionKind,
  type DefinitionLink,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type CodeAction as LspCodeAction,
  type DocumentSymbol as LspDocumentSymbol,
  type Hover as LspHover,
  type TextEdit as LspTextEdit,
  type MarkupContent,
  MarkupKind,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type CodeAction,
  type Definition,
  type DocumentSymbol,
  type Hover,
  type Problem,
  type Range,
  ruleUrl,
  type Severity,
  type TextEdit,
  toMarkdown,
  toPlainText,
} from '../core';
import type { Agreement } from './agreement';
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

export function toHover({ positions }: OpenDocument, { span, content }: Hover, { showsMarkdown }: Agreement): LspHover {
  const contents: MarkupContent = showsMarkdown
    ? { kind: MarkupKind.Markdown, value: toMarkdown(content) }
    : { kind: MarkupKind.PlainText, value: toPlainText(content) };
  return { contents, range: positions.rangeOf(span) };
}

export function toDefinition(
  { uri, positions }: OpenDocument,
  { span, targets }: Definition,
  { takesLinks, encoding }: Agreement,
): DefinitionLink[] | Location[] {
  const places = targets.map(({ span, nameSpan, elsewhere }) => {
    if (!elsewhere) return { uri, range: positions.rangeOf(span), nameRange: positions.rangeOf(nameSpan) };
    if (encoding === 'utf-16') return elsewhere;
    // The other file's text, which the bytes would have to be counted in, is not here. Its lines are known.
    const { uri: file, range, nameRange } = elsewhere;
    return { uri: file, range: wholeLines(range), nameRange: wholeLines(nameRange) };
  });
  if (!takesLinks) return places.map(({ uri, nameRange }) => ({ uri, range: nameRange }));
  return places.map(({ uri, range, nameRange }) => ({
    originSelectionRange: positions.rangeOf(span),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: nameRange,
  }));
}

function wholeLines({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: end.line + 1, character: 0 } };
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
