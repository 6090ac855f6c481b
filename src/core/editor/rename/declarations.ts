/** Renames a source where it is declared, in the form that this place takes. */

import { derive } from '../../base/derive';
import { firstWhere } from '../../base/ordered';
import type { Span, TextEdit } from '../../base/text';
import type { Occurrence } from '../../brief/queries/occurrences';
import type { Block, Brief, SourceDeclaration } from '../../brief/types';
import { isSuperscript, MOST_SUPERSCRIPTS, superscriptOf } from '../../document/citations/superscripts';
import { quoteText } from '../../document/frontMatter/slips';
import { renameLabel } from './citations';
import { citationText, isNumeral, isPlainKey, keyText } from './newNames';

type Declared = Extract<Occurrence, { in: 'declaration' }>;

/** The edits of one declaration in the brief. */
export function renameInDeclaration(brief: Brief, { declaration, nameSpan }: Declared, to: string): TextEdit[] {
  const { text } = brief;
  switch (declaration.declaredIn) {
    case 'front-matter':
      return [renameInYaml(text, nameSpan, to)];
    case 'definition':
      return [renameDefinition(text, declaration, nameSpan, to)];
    case 'section':
      return renameEntry(brief, declaration, nameSpan, to);
    case 'inline':
      return [{ span: nameSpan, newText: to }];
    case 'footnote':
    case 'bibliography':
      return [];
  }
}

/** True if the form of a declaration takes numbers only: a table's first column, `Sources: [1] …`, `[1](https://…)`. */
export function takesNumbersOnly(brief: Brief, { declaredIn, idSpan }: SourceDeclaration): boolean {
  if (declaredIn === 'inline') return true;
  if (declaredIn !== 'section') return false;
  const block = blockAt(brief, idSpan);
  const section = block?.section == null ? undefined : brief.sections[block.section];
  return block?.kind === 'table' || section?.kind !== 'sources';
}

/** Replaces a value of YAML. `span` is without its quotation marks; a plain value gets them if it needs them. */
export function renameInYaml(text: string, span: Span, to: string): TextEdit {
  const signed = text[span.start - 1] === '@' ? 1 : 0;
  const quote = text[span.start - signed - 1];
  if (text[span.end] === quote && quote === "'") return { span, newText: to.replaceAll("'", "''") };
  if (text[span.end] === quote && quote === '"') return { span, newText: to.replace(/["\\]/g, '\\$&') };
  return { span: { start: span.start - signed, end: span.end }, newText: PLAIN.test(to) ? to : quoteText(to) };
}

/** Text that is surely a plain value in YAML, in flow style too. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.+/~$%&<>=()-]|:(?=[\p{L}\p{N}_]))*$/u;

/** `[1]: …` becomes `[@usgs]: …`, so that a viewer of Markdown goes on finding it. A bare key stays bare. */
function renameDefinition(text: string, { idSpan, id }: SourceDeclaration, nameSpan: Span, to: string): TextEdit {
  const bare = !/^[0-9]+$/.test(id) && idSpan.start === nameSpan.start;
  return bare ? { span: nameSpan, newText: to } : renameLabel(text, nameSpan, to);
}

function renameEntry(brief: Brief, declaration: SourceDeclaration, id: Span, to: string): TextEdit[] {
  const { text } = brief;
  const before = text.slice(Math.max(0, id.start - 12), id.start);
  const after = text.slice(id.end, id.end + 12);
  const around = (left: RegExp, right: RegExp): Span => ({
    start: id.start - (left.exec(before)?.[0].length ?? 0),
    end: id.end + (right.exec(after)?.[0].length ?? 0),
  });
  if (/@\{?$/.test(before)) return [renameKeyEntry(text, id, around, to)];
  if (isSuperscript(text[id.start] ?? '')) {
    const fits = isNumeral(to) && to.length <= MOST_SUPERSCRIPTS;
    return [{ span: id, newText: fits ? superscriptOf(to) : citationText(to) }];
  }
  if (OPENS.test(before)) {
    if (isNumeral(to)) return [{ span: id, newText: to }];
    if (/(?:^|[^*_[［【])\[$/.test(before)) return [{ span: id, newText: keyText(to) }];
    const bold = /(?:\*\*|__)[[［【]{1,2}$/.test(before);
    const left = bold ? /(?:\*\*|__)[[［【]{1,2}$/ : OPENS;
    const right = bold ? /^[\]］】]{1,2}[:：.]?(?:\*\*|__)/ : /^[\]］】]{1,2}/;
    return [{ span: around(left, right), newText: citationText(to) }];
  }
  if (/<sup>\s*$/i.test(before)) {
    const span = isNumeral(to) ? id : around(/<sup>\s*$/i, /^\s*<\/sup>/i);
    return [{ span, newText: isNumeral(to) ? to : citationText(to) }];
  }
  if (/[(（]$/.test(before)) {
    const span = isNumeral(to) ? id : around(/[(（]$/, /^[.)）、．]/);
    return [{ span, newText: isNumeral(to) ? to : citationText(to) }];
  }
  return renameBareEntry(brief, declaration, id, to);
}

const OPENS = /[[［【]{1,2}$/;

/** `[@usgs] …` and `@usgs: …` */
function renameKeyEntry(text: string, id: Span, around: (left: RegExp, right: RegExp) => Span, to: string): TextEdit {
  const bracketed = /\[@\{?$/.test(text.slice(Math.max(0, id.start - 3), id.start));
  const braced = text[id.start - 1] === '{';
  if (!isNumeral(to) && (braced || isPlainKey(to))) return { span: id, newText: to };
  const span = bracketed ? around(/\[@\{?$/, /^\}?\]/) : around(/@$/, /^[:：]/);
  return { span, newText: citationText(to) };
}

/**
 * Renames an entry `1. …`, which has no bracket. In a list the bracket goes after the number, `1. [@usgs] …`, so that all
 * other entries keep their numbers. The lines of one paragraph get brackets together, since lines without brackets are
 * entries only if numbered one by one.
 */
function renameBareEntry(brief: Brief, { idSpan }: SourceDeclaration, id: Span, to: string): TextEdit[] {
  const { text } = brief;
  const block = blockAt(brief, id);
  if (block?.kind === 'table') return [{ span: id, newText: to }];
  if (block?.kind === 'list') {
    const marker = /^.[ \t]*/.exec(text.slice(id.end, id.end + 20))?.[0] ?? '';
    const at = id.end + marker.length;
    return [{ span: { start: at, end: at }, newText: `${citationText(to)} ` }];
  }
  const bareOnes = entriesIn(brief, block).filter((entry) => isBare(text, entry.idSpan));
  return bareOnes.map((entry) => {
    const { start, end } = entry.idSpan;
    const name = citationText(start === idSpan.start ? to : entry.id);
    return { span: { start, end: end + 1 }, newText: /\s/.test(text[end + 1] ?? ' ') ? name : `${name} ` };
  });
}

function isBare(text: string, { start, end }: Span): boolean {
  return !/[[［【(（>@{]/.test(text[start - 1] ?? '') && /^[0-9０-９]+[.)）、．]/.test(text.slice(start, end + 1));
}

/** The entries of sources sections, in document order. */
const entriesOf = derive(({ sources }: Brief) =>
  sources
    .flatMap(({ declarations }) => declarations.filter(({ declaredIn }) => declaredIn === 'section'))
    .sort((a, b) => a.idSpan.start - b.idSpan.start),
);

function entriesIn(brief: Brief, block: Block | undefined): SourceDeclaration[] {
  if (!block) return [];
  const entries = entriesOf(brief);
  const [from, to] = [block.span.start - 1, block.span.end].map((offset) =>
    countUpTo(entries, offset, ({ idSpan }) => idSpan),
  );
  return entries.slice(from, to);
}

/** The top-level block that holds a place. */
function blockAt({ blocks }: Brief, place: Span): Block | undefined {
  return blocks[countUpTo(blocks, place.start, ({ span }) => span) - 1];
}

/** Counts the parts that start at an offset or before it. `parts` are in document order. */
function countUpTo<T>(parts: readonly T[], offset: number, spanOf: (part: T) => Span): number {
  return firstWhere(parts.length, (index) => {
    const part = parts[index];
    return part === undefined || spanOf(part).start > offset;
  });
}
