import { applyEdits, contains, type Span, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight } from '../../brief/types';
import { trimmed } from '../../document/moved';
import { evidenceOf } from '../../evidence/brief';
import { COMMON_PAIR, COMMON_WORDS } from '../../evidence/ranking/commonWords';
import type { NumberEvidence } from '../../evidence/verdicts';
import { addEntries, yamlIds, yamlValue } from './frontMatterLists';

/** A number of the text that can become a key number. */
export interface Extractable {
  /** The number as written. */
  readonly value: string;
  /** The id of the new key number. */
  readonly id: string;
  /**
   * Declares the number with the sources of its sentence, and replaces it by a reference. Returns no edits if they would
   * change what the text says.
   *
   * @param readable writes `[90%]{{share}}`, which other Markdown viewers show, too; else `{{share}}`
   */
  readonly edits: (readable: boolean) => readonly TextEdit[];
}

/** The one number in a selection of an insight's text; null if there is none, or several. */
export function extractableAt(brief: Brief, selection: Span): Extractable | null {
  if (selection.start === selection.end) return null;
  const index = brief.insights.findIndex(({ span }) => contains(span, trimmed(brief.text, selection)));
  const insight = brief.insights[index];
  const inside = evidenceOf(brief).insights[index]?.numbers.filter(({ span }) => contains(selection, span)) ?? [];
  const number = inside.length > 1 ? inside.find(({ span }) => isAll(brief.text, span, selection)) : inside[0];
  if (!insight || !number || !EXTRACTED.has(number.quantity.kind)) return null;
  const value = brief.content.slice(number.span.start, number.span.end);
  if (/[*_~\\`[\]{}\r\n]/.test(value) || standsInReference(brief, number.span)) return null;
  const id = idFor(brief, insight, number.span);
  return { value, id, edits: (readable) => extract(brief, insight, number, value, id, readable) };
}

const EXTRACTED: ReadonlySet<string> = new Set(['number', 'percent', 'currency', 'dimension']);

function isAll(text: string, { start, end }: Span, selection: Span): boolean {
  const { start: from, end: to } = trimmed(text, selection);
  return start === from && end === to;
}

/** True if a figure has the number already, as in `[90%]{{share}}`. */
function standsInReference({ figureReferences }: Brief, number: Span): boolean {
  return figureReferences.some(({ span }) => contains(span, number));
}

function extract(
  brief: Brief,
  insight: Insight,
  { span, sentence }: NumberEvidence,
  value: string,
  id: string,
  readable: boolean,
): readonly TextEdit[] {
  const declared = new Set(brief.sources.map((source) => source.id));
  const own = insight.sentences[sentence ?? -1]?.cites ?? [];
  const cites = (own.length > 0 ? own : insight.cites).filter((cited) => declared.has(cited) && !cited.startsWith('^'));
  const lines = [`- id: ${yamlValue(id)}`, `  value: ${yamlValue(value)}`];
  if (cites.length > 0) lines.push(`  cites: ${yamlIds(cites)}`);
  else if (insight.own) lines.push('  own: true');
  const declaration = addEntries(brief, 'figures', brief.frontMatter?.figures ?? [], lines);
  if (!declaration) return [];
  const edits = [declaration, { span, newText: readable ? `[${value}]{{${id}}}` : `{{${id}}}` }];
  return saysTheSame(brief, edits, id) ? edits : [];
}

/** True if the edited text, read again, differs only by the new figure. */
function saysTheSame(brief: Brief, edits: readonly TextEdit[], id: string): boolean {
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  const written = ({ citations }: Brief) => citations.filter(({ form }) => form !== 'key-number').length;
  return (
    after.figures.length === brief.figures.length + 1 &&
    after.figures.some((figure) => figure.id?.value === id && figure.content?.kind === 'value') &&
    after.figureReferences.some((reference) => reference.id === id) &&
    after.figureReferences.length === brief.figureReferences.length + 1 &&
    after.insights.length === brief.insights.length &&
    after.links.length === brief.links.length &&
    written(after) === written(brief) &&
    (after.frontMatter?.errors.length ?? 0) === (brief.frontMatter?.errors.length ?? 0)
  );
}

/** Maximum distance of a word from the number, in UTF-16 units. */
const REACH = 60;
/** Maximum number of words in an id. */
const MOST_WORDS = 2;
/** Characters that end a part of a sentence; a digit begins the next number. */
const CLAUSE = /[,.;:!?。；：！？，、()（）[\]\d]/;
const MOST_CHARACTERS = 4;

/** Makes an id of the words around a number, those after it first: `rare-earths` for "90% of the world's rare earths". */
function idFor(brief: Brief, insight: Insight, { start, end }: Span): string {
  const before = brief.content.slice(Math.max(insight.span.start, start - REACH), start);
  const after = brief.content.slice(end, Math.min(insight.span.end, end + REACH));
  const parts = [after.split(CLAUSE, 1)[0] ?? '', before.split(CLAUSE).at(-1) ?? '', before];
  const near = parts.map(wordsOf).find((words) => words.length > 0) ?? [];
  const name = near.slice(-MOST_WORDS).join('-') || 'figure';
  const taken = new Set(brief.figures.flatMap(({ id }) => (id ? [id.value] : [])));
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count++;
  return `${name}-${count}`;
}

/** Returns the words that say something, in their script; for runs of Chinese characters, the last few of each. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/\[[^\]]*\]|\{\{[^}]*\}\}|@\S+/g, ' ').replace(/['’]s\b/g, '');
  return [...plain.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:-\p{L}+)*/gu)].flatMap(([word]) => {
    if (/\p{Script=Han}/u.test(word)) {
      const run = word
        .split(COMMON_PAIR)
        .filter((part) => part.length > 1)
        .at(-1);
      return run ? [run.slice(-MOST_CHARACTERS)] : [];
    }
    const plainWord = word
      .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
      .toLowerCase();
    return plainWord.length < 3 || COMMON_WORDS.has(plainWord) ? [] : [plainWord];
  });
}
