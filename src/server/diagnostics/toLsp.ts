import type { InLibrary, Problem, Related, Severity, TextEdit } from '../../core';
import type { FileEdit } from '../../core/editor';
import { ruleUrl } from '../../core/rules/pages';
import type { OpenDocument } from '../documents/document';
import { isSameRange, type PositionEncoding, type Positions, positionsIn } from '../documents/positions';
import {
  type ClientCapabilities,
  type CodeDescription,
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as LspTextEdit,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from '../lsp';
import { rangeElsewhere } from '../moves/rangeElsewhere';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A text, with positions for the client. */
export type Placed = Pick<OpenDocument, 'uri' | 'positions'>;

/** Diagnostics of a version, and their problems in the same order. */
export interface Told {
  readonly problems: readonly Problem[];
  readonly diagnostics: Diagnostic[];
}

export const NOTHING_TOLD: Told = { problems: [], diagnostics: [] };

/**
 * Turns the problems of one text into diagnostics. Diagnostics of one rule share the object that names its page.
 *
 * @param last diagnostics of the version before. Those that still fit are reused: of a thousand, a key press replaces one
 */
export function toDiagnostics(placed: Placed, problems: readonly Problem[], last = NOTHING_TOLD): Diagnostic[] {
  const pages = new Map<string, CodeDescription>();
  let at = 0;
  return problems.map((problem) => {
    // Most edits add or remove one at a place.
    for (const place of [at, at + 1, at - 1]) {
      const known = last.diagnostics[place];
      if (!known || !saysStill(known, problem, placed, last.problems[place]?.related)) continue;
      at = place + 1;
      return known;
    }
    at++;
    const page = pages.get(problem.rule) ?? { href: ruleUrl(problem.rule) };
    pages.set(problem.rule, page);
    return diagnosticOf(placed, problem, page);
  });
}

/** VS Code draws as many diagnostics of a document, the first that it gets. */
const DRAWN = 500;

/** Returns diagnostics as they are sent: the gravest first, where an editor may draw only some. */
export function gravestFirst(diagnostics: Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= DRAWN) return diagnostics;
  return [...diagnostics].sort((a, b) => (a.severity ?? 0) - (b.severity ?? 0));
}

/** True if a diagnostic of an earlier text still fits a problem of a later one. */
function saysStill(
  { message, code, severity, tags, range, relatedInformation: told = [] }: Diagnostic,
  problem: Problem,
  { uri, positions }: Placed,
  lastRelated: readonly Related[] | undefined,
): boolean {
  const { related } = problem;
  return (
    message === problem.message &&
    code === problem.rule &&
    severity === SEVERITY[problem.severity] &&
    (tags !== undefined) === (problem.unnecessary === true) &&
    positions.isRangeOf(range, problem.span) &&
    // Related places are most of what has to be compared.
    (related === lastRelated ||
      (told.length === related.length &&
        related.every(({ message, short, span, elsewhere }, i) => {
          const { location, message: words } = told[i] ?? {};
          if (!location || words !== (short ?? message)) return false;
          return elsewhere
            ? location.uri === elsewhere.uri && isSameRange(location.range, rangeElsewhere(elsewhere.range, positions))
            : location.uri === uri && positions.isRangeOf(location.range, span);
        })))
  );
}

export function toDiagnostic(placed: Placed, problem: Problem): Diagnostic {
  return diagnosticOf(placed, problem, { href: ruleUrl(problem.rule) });
}

function diagnosticOf({ uri, positions }: Placed, problem: Problem, codeDescription: CodeDescription): Diagnostic {
  const diagnostic: Diagnostic = {
    range: positions.rangeOf(problem.span),
    severity: SEVERITY[problem.severity],
    source: 'brief',
    code: problem.rule,
    codeDescription,
    message: problem.message,
    relatedInformation: problem.related.map(({ message, short, span, elsewhere }) => ({
      message: short ?? message,
      location: elsewhere
        ? { uri: elsewhere.uri, range: rangeElsewhere(elsewhere.range, positions) }
        : { uri, range: positions.rangeOf(span) },
    })),
  };
  if (problem.unnecessary) diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Returns an edit that a client refuses once the document has changed again, if the client looks at versions. */
export function toWorkspaceEdit(
  { uri, version, positions }: OpenDocument,
  edits: readonly TextEdit[],
  client: ClientCapabilities,
): WorkspaceEdit {
  const changes = toTextEdits(positions, edits);
  if (client.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** True if the client can make files as part of an edit. */
export function makesFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations?.includes('create') === true;
}

/** Returns an edit that makes the file of a source, and changes the brief along with it. */
export function toCreation({ uri, version, positions }: OpenDocument, { file, edits }: InLibrary): WorkspaceEdit {
  return {
    documentChanges: [
      ...creationOf(file.uri, file.text),
      ...(edits.length > 0 ? [{ textDocument: { uri, version }, edits: toTextEdits(positions, edits) }] : []),
    ],
  };
}

/**
 * Returns an edit of a file that is not the brief, or one that makes it.
 *
 * @param version of the file where an editor has it open; else null
 */
export function toFileEdit(
  { uri, file, edits }: FileEdit,
  version: number | null,
  encoding: PositionEncoding,
): WorkspaceEdit {
  if (!file) return { documentChanges: creationOf(uri, edits.map(({ newText }) => newText).join('')) };
  const changes = toTextEdits(positionsIn(file.text, file.lines, encoding), edits);
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

/** Returns the changes that make a file. They overwrite none. */
function creationOf(uri: string, text: string): (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

/** Turns edits of a text into edits of LSP. */
export function toTextEdits(positions: Positions, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: positions.rangeOf(span), newText }));
}
