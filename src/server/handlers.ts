import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type DefinitionLink,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type DocumentSymbol,
  type Hover,
  type Location,
  type Position,
} from 'vscode-languageserver';
import {
  codeActions,
  definitionAt,
  documentSymbols,
  hoverAt,
  importText,
  type Problem,
  renderBrief,
  safeEdits,
  statsOf,
} from '../core';
import { type Agreement, FIX_ALL } from './agreement';
import type { OpenDocument } from './document';
import type { ImportParams, ImportResult, RenderResult, StatusParams } from './protocol';
import { toDefinition, toDiagnostic, toHover, toQuickFix, toSymbol, toWorkspaceEdit } from './toLsp';

/** More places than this nobody goes through one by one. */
const MOST_UNCITED = 100;

export function outlineOf(document: OpenDocument): DocumentSymbol[] {
  return documentSymbols(document.brief()).map((symbol) => toSymbol(document, symbol));
}

export function hoverOver(document: OpenDocument, position: Position, agreement: Agreement): Hover | null {
  const hover = hoverAt(document.brief(), document.positions.offsetAt(position));
  return hover && toHover(document, hover, agreement);
}

export function definitionsOf(
  document: OpenDocument,
  position: Position,
  agreement: Agreement,
): DefinitionLink[] | Location[] | null {
  const definition = definitionAt(document.brief(), document.positions.offsetAt(position));
  return definition && toDefinition(document, definition, agreement);
}

/** Quick fixes for the range; "fix all" only where the client asks for that kind. */
export function codeActionsAt(
  document: OpenDocument,
  problems: readonly Problem[],
  { range, context }: CodeActionParams,
): CodeAction[] {
  const wants = (kind: string) => context.only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix) ?? true) {
    const span = document.positions.spanOf(range);
    actions.push(...codeActions(document.brief(), problems, span).map((action) => toQuickFix(document, action)));
  }
  if (wants(FIX_ALL)) {
    const edits = safeEdits(problems);
    if (edits.length > 0)
      actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit: toWorkspaceEdit(document, edits) });
  }
  return actions;
}

/** The answer to a pull, short where the client has it already. */
export function reportOn(
  document: OpenDocument,
  problems: readonly Problem[],
  resultId: string,
  previous: string | undefined,
): DocumentDiagnosticReport {
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = problems.map((problem) => toDiagnostic(document, problem));
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

export function renderDocument(document: OpenDocument): RenderResult {
  const brief = document.brief();
  return {
    version: document.version,
    title: brief.title?.value ?? '',
    language: brief.language,
    html: renderBrief(brief),
  };
}

export function importAsBrief({ text }: ImportParams): ImportResult {
  return { text: importText(text) };
}

export function statusOf({ uri, version, positions, brief }: OpenDocument): StatusParams {
  const { insights } = brief();
  const { insights: count, cited, own, evidence } = statsOf(brief());
  const uncited = insights.filter(
    (insight) => insight.mustCite === 'warning' && insight.citedVia === null && !insight.excused,
  );
  return {
    uri,
    version,
    insights: count,
    cited,
    own,
    evidence,
    uncited: uncited.slice(0, MOST_UNCITED).map((insight) => positions.rangeOf(insight.span)),
  };
}
