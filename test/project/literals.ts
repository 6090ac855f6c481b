/** The texts that stand in a source of TypeScript, found by TypeScript's own scanner. */
import { LanguageVariant, SyntaxKind } from 'typescript/unstable/ast';
import { createScanner } from 'typescript/unstable/ast/scanner';

/** A string, or one piece of a template. */
export interface Literal {
  /** What it says: without quotes, escapes resolved. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** It is a piece of a template, so that something else stands beside it. */
  readonly isPiece: boolean;
  /** What is called around it, the innermost last: `vscode.l10n.t`; empty for parentheses that call nothing. */
  readonly calls: readonly string[];
}

/** A call, and how many arguments it was given. */
export interface Call {
  readonly name: string;
  readonly line: number;
  readonly arguments: number;
  /** The first argument, where it is one string and nothing more. */
  readonly first: string | null;
}

interface Bracket {
  readonly kind: SyntaxKind;
  readonly name: string;
  readonly line: number;
  commas: number;
  /** Something stands behind the last comma. */
  filled: boolean;
  first: string | null;
  /** Tokens of the first argument. */
  tokens: number;
}

const STRINGS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);
const PIECES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]);
const CLOSING: ReadonlyMap<SyntaxKind, SyntaxKind> = new Map([
  [SyntaxKind.CloseParenToken, SyntaxKind.OpenParenToken],
  [SyntaxKind.CloseBracketToken, SyntaxKind.OpenBracketToken],
  [SyntaxKind.CloseBraceToken, SyntaxKind.OpenBraceToken],
]);
const OPENING: ReadonlySet<SyntaxKind> = new Set(CLOSING.values());
/** Behind these a slash divides; behind all else it begins a regular expression. */
const VALUES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
]);

/** Every text and every call of a source. What imports name is no text. */
export function readSource(source: string): { readonly literals: readonly Literal[]; readonly calls: readonly Call[] } {
  const scanner = createScanner(true, LanguageVariant.Standard, source);
  const literals: Literal[] = [];
  const calls: Call[] = [];
  const open: Bracket[] = [];
  let callee = '';
  let before = SyntaxKind.Unknown;
  let line = 1;
  let counted = 0;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    if (kind === SyntaxKind.SlashToken && !VALUES.has(before)) kind = scanner.reScanSlashToken();
    // The end of what a template puts in is the start of its next piece.
    const isBack = kind === SyntaxKind.CloseBraceToken && open.at(-1)?.kind === SyntaxKind.TemplateHead;
    if (isBack) {
      open.pop();
      kind = scanner.reScanTemplateToken(false);
    }
    const start = scanner.getTokenStart();
    line += source.slice(counted, start).split('\n').length - 1;
    counted = start;
    const inside = open.at(-1);
    if (CLOSING.has(kind)) {
      open.pop();
      if (kind === SyntaxKind.CloseParenToken && inside && inside.name !== '')
        calls.push({
          name: inside.name,
          line: inside.line,
          arguments: inside.commas + (inside.filled ? 1 : 0),
          first: inside.tokens === 1 ? inside.first : null,
        });
    } else if (inside) count(inside, kind, scanner.getTokenValue());
    if (STRINGS.has(kind) && !isNoText(before))
      literals.push({
        text: scanner.getTokenValue(),
        line,
        isPiece: PIECES.has(kind),
        calls: open.flatMap(({ kind: bracket, name }) => (bracket === SyntaxKind.OpenParenToken ? [name] : [])),
      });
    const opens = OPENING.has(kind) || kind === SyntaxKind.TemplateHead || kind === SyntaxKind.TemplateMiddle;
    if (opens) {
      const name = kind === SyntaxKind.OpenParenToken ? callee : '';
      const bracket = PIECES.has(kind) ? SyntaxKind.TemplateHead : kind;
      open.push({ kind: bracket, name, line, commas: 0, filled: false, first: null, tokens: 0 });
    }
    callee = calleeAt(kind, callee, scanner.getTokenText());
    before = kind;
  }
  return { literals, calls };
}

function count(bracket: Bracket, kind: SyntaxKind, value: string): void {
  if (kind === SyntaxKind.CommaToken) {
    bracket.commas++;
    bracket.filled = false;
    return;
  }
  bracket.filled = true;
  if (bracket.commas > 0) return;
  bracket.tokens++;
  if (kind === SyntaxKind.StringLiteral) bracket.first = value;
}

/** What an import names. */
function isNoText(before: SyntaxKind): boolean {
  return before === SyntaxKind.FromKeyword || before === SyntaxKind.ImportKeyword;
}

/** The dotted name that the tokens so far end in. */
function calleeAt(kind: SyntaxKind, callee: string, text: string): string {
  if (kind === SyntaxKind.Identifier) return callee.endsWith('.') ? callee + text : text;
  if (kind === SyntaxKind.DotToken || kind === SyntaxKind.QuestionDotToken) return callee === '' ? '' : `${callee}.`;
  return /^[a-z]+$/.test(text) && callee.endsWith('.') ? callee + text : '';
}
