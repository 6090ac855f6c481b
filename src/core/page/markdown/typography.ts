/** Writes inline text with its typography: no-break spaces, CJK line breaks, emphasis. */
import { type Html, nothing } from '../html';
import { escapeWords, type OpenPiece, type Piece } from './pieces';
import { emphasisOf, isCjk } from './scripts';
import { keepTogether } from './together';

export function writePieces(pieces: readonly Piece[]): Html {
  let html = '';
  for (const piece of keepTogether(finished(pieces))) {
    switch (piece.kind) {
      case 'text':
        html += escapeWords(piece.words);
        break;
      case 'code':
        html += `<code>${escapeWords(piece.words)}</code>`;
        break;
      case 'ours':
      case 'image':
      case 'block':
        html += piece.html;
        break;
      case 'open':
        html += `<${piece.tag}${piece.attributes}>`;
        break;
      case 'close':
        html += `</${piece.tag}>`;
        break;
      case 'softbreak':
        html += '\n';
        break;
      case 'hardbreak':
        html += '<br>\n';
        break;
    }
  }
  return html === '' ? nothing : (html as Html);
}

function finished(pieces: readonly Piece[]): readonly Piece[] {
  // Most texts are one piece.
  if (pieces.length < 2) return pieces;
  markEmphasis(pieces);
  const result: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'ours' && piece.clings) {
      const before = pieces[index - 1];
      if (before?.kind === 'text') before.words = before.words.replace(/ $/, '\u00a0');
    } else if (piece.kind === 'softbreak' && betweenCjk(pieces, index)) continue;
    result.push(piece);
  }
  return result;
}

/** Classes of emphasis. An emphasis gets the first one that some text in it needs. */
const STYLES = ['em-marked', 'em-bolder'] as const;

/** Adds a class to emphasis in a script without italics. */
function markEmphasis(pieces: readonly Piece[]): void {
  const open: (OpenPiece | null)[] = [];
  let depth = 0;
  /** Depth of emphasis at which each style was last needed. The emphasis around it needs the style too. */
  const asked = new Map<string, number>();
  for (const piece of pieces) {
    if (piece.kind === 'open') {
      open.push(piece.isEmphasis ? piece : null);
      if (piece.isEmphasis) depth++;
    } else if (piece.kind === 'text' && depth > 0) {
      const style = emphasisOf(piece.words);
      if (style !== null) asked.set(style, depth);
    } else if (piece.kind === 'close') {
      const start = open.pop();
      if (!start) continue;
      const style = STYLES.find((one) => (asked.get(one) ?? 0) >= depth);
      if (style !== undefined) start.attributes += ` class="${style}"`;
      depth--;
      for (const [one, at] of asked) asked.set(one, Math.min(at, depth));
    }
  }
}

/** True for a line break between two CJK characters, which isn't a space (CSS Text 3, segment break transformation). */
function betweenCjk(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  const after = pieces[index + 1];
  if (before?.kind !== 'text' && before?.kind !== 'ours') return false;
  const start = after?.kind === 'text' ? String.fromCodePoint(after.words.codePointAt(0) ?? 32) : '';
  const end = before.kind === 'text' ? (before.words.at(-1) ?? '') : '。';
  return isCjk(start) && isCjk(end);
}
