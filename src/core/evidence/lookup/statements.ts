import { kept, mapped, NONE } from '../../base/same';
import { type AnySpan, type InText, startingIn, type TextSpan, type Unplaced } from '../../base/text';
import { partBefore } from '../../brief/blocks/insights';
import { computedIn } from '../../brief/comments/computed';
import type {
  Citation,
  CitationForm,
  Field,
  Figure,
  FigureReference,
  Insight,
  Sentence,
  Slip,
} from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { inside, spanFrom } from '../../document/moved';
import { findNumbers, type Quantity } from '../numbers';
import { findQuotations } from '../quotations';
import { readable, withoutNumbers } from './readable';

/** The heads of a cell's row and column. */
interface CellHeads {
  /** Head of its row, and head of its column, as read. */
  readonly label: string;
  readonly head: string;
  /** Numbers of the heads, with places in the text of the statement; they aren't looked up. */
  readonly numbers: readonly Quantity[];
  /** True if the heads say that its number may be worked out: "total", "others", "change". No source need have it. */
  readonly mayBeWorkedOut: boolean;
}

interface StatedNumber {
  readonly quantity: Quantity;
  readonly span: TextSpan;
  /** Other quantities that it may mean, by the head of its column: 12.5 billion. */
  readonly also?: readonly Quantity[];
}

/** Words behind `computed` in a comment: a calculation, or a remark. */
export interface NamedInComment {
  readonly words: InText<Field>;
  /** The ids of the sources whose passages may have its numbers. */
  readonly cites: readonly string[];
}

/**
 * A sentence, a cell, or a field of a figure, with the sources that it rests on. It's looked up as a whole. Its places count
 * from its insight, its row or its figure.
 */
export interface Statement {
  readonly sentence: number | null;
  /** Text as read: without marks, citations and code. */
  readonly text: string;
  /** Words that show its topic: its own, without numbers, or all words of its insight if it has no citation. */
  readonly topic: string;
  /** Language tag without script and region. */
  readonly language: string;
  /** The ids of the sources it rests on. */
  readonly cites: readonly string[];
  /** The pages that its citations name, by source. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string>>;
  readonly numbers: readonly StatedNumber[];
  /** Null in running text. */
  readonly cell: CellHeads | null;
  /** True if it's marked as computed: its sources needn't have its numbers. */
  readonly isComputed: boolean;
  /** Calculations and remarks that its comments name. */
  readonly calculations: readonly NamedInComment[];
  readonly quotations: readonly { readonly text: string; readonly span: TextSpan }[];
  /** Returns the place of a stretch of `text`; null in figures. */
  readonly spanOf: ((stretch: TextSpan) => TextSpan) | null;
}

/** An insight, whatever its places count from. */
type Stated = Unplaced<Pick<Insight, 'span' | 'text' | 'sentences' | 'citations' | 'cites' | 'computed'>>;

/**
 * Returns the sentences of an insight as statements. A quotation over several sentences belongs to the last of them, where its
 * citation stands.
 *
 * @param unread result of {@link unreadIn}
 */
export function statementsOf(insight: Stated, language: string, unread: readonly NotRead[]): Statement[] {
  const sentences = insight.sentences.map((sentence) => readSentence(sentence, insight.span, language, unread));
  const whole = sentences.map(({ words }) => words).join(' ');
  const pages = pagesOf(insight.citations);
  const quotations = findQuotations(insight.text);
  const named = namedIn(insight);
  let taken = 0;
  return sentences.map(({ text, words, language, numbers, spanOf }, i): Statement => {
    const { span, cites } = insight.sentences[i] ?? { span: insight.span, cites: [] };
    const place = spanFrom(span, insight.span);
    const rests = cites.length > 0 ? cites : insight.cites;
    const isLast = i === sentences.length - 1;
    const first = taken;
    while (isLast ? taken < quotations.length : endsBy(quotations[taken], place.end)) taken++;
    return {
      sentence: i,
      text,
      topic: cites.length > 0 ? words : whole,
      language,
      cites: rests,
      pages,
      numbers: numbers.map((number) => ({ ...number, span: inside(number.span, place) })),
      cell: null,
      isComputed: insight.sentences[i]?.computed ?? false,
      calculations: mapped(named.get(i) ?? NONE, (words) => ({ words, cites: rests })),
      quotations: quotations.slice(first, taken),
      spanOf: (stretch) => inside(spanOf(stretch), place),
    };
  });
}

/** Returns the words that the comments of an insight name, by the index of the sentence that they mark. */
function namedIn({ text, span, sentences, computed }: Stated): ReadonlyMap<number, readonly InText<Field>[]> {
  const named = new Map<number, InText<Field>[]>();
  const all = computed ? computedIn(text) : NONE;
  if (all.length === 0) return named;
  const parts = sentences.map((one) => ({ span: spanFrom(one.span, span) }));
  for (const { at, words } of all) {
    const sentence = partBefore(at, text, parts);
    const held = named.get(sentence) ?? [];
    if (words.value !== '' && sentences[sentence]?.computed && held.length < MOST_NAMED)
      named.set(sentence, [...held, words]);
  }
  return named;
}

/** Largest number of fields that are read for one sentence. */
const MOST_NAMED = 12;

function endsBy(one: { readonly span: TextSpan } | undefined, end: number): boolean {
  return one !== undefined && one.span.end <= end;
}

/** True if the words of a citation, or the number shown in it, are part of the sentence. */
export function saysSomething({ form }: Pick<Citation, 'form'>): boolean {
  return SAYS_SOMETHING.has(form);
}

const SAYS_SOMETHING: ReadonlySet<CitationForm> = new Set(['reference-link', 'narrative', 'key-number']);

/** A stretch of an insight's text that states nothing by itself. */
export interface NotRead {
  readonly span: TextSpan;
}

/** The marks of a block or of a brief. */
interface Marks {
  readonly figureReferences: readonly Unplaced<FigureReference>[];
  readonly slips: readonly Unplaced<Slip>[];
}

/**
 * Finds the stretches of an insight's text that state nothing by themselves. These are citations; `{{id}}`, which shows a
 * figure's value; the marks around a text shown in its place; and citations in words or mistyped, as in "(USGS, 2024)".
 *
 * @param block the block that holds the insight
 * @param index of the insight
 * @returns in order
 */
export function unreadIn(
  { span: whole, citations }: Unplaced<Pick<Insight, 'span' | 'citations'>>,
  { figureReferences, slips }: Marks,
  index: number,
): readonly NotRead[] {
  const unread: NotRead[] = [];
  const add = (span: AnySpan) => unread.push({ span: spanFrom(span, whole) });
  for (const citation of citations) if (!saysSomething(citation)) add(citation.span);
  for (const { insight, shown, span } of figureReferences) {
    if (insight !== index) continue;
    if (shown) {
      add({ start: span.start, end: shown.span.start });
      add({ start: shown.span.end, end: span.end });
    } else add(span);
  }
  for (const { insight, span } of slips) if (insight === index) add(span);
  return kept(unread.sort((a, b) => a.span.start - b.span.start));
}

/** @param insight the place of its insight */
function readSentence(sentence: Unplaced<Sentence>, insight: AnySpan, language: string, unread: readonly NotRead[]) {
  const { text, spanOf } = readableSentence(sentence, insight, unread);
  const spoken = languageOfPart(text, language);
  const quantities = findNumbers(text, spoken);
  const numbers = quantities.map((quantity) => ({ quantity, span: spanOf(quantity.span) }));
  return { text, words: withoutNumbers(text, quantities), language: spoken, numbers, spanOf };
}

/** Returns the text of a sentence by its index, as {@link statementsOf} reads it; empty if there is no such sentence. */
export function sentenceAsRead(
  insight: Unplaced<Pick<Insight, 'span' | 'sentences'>>,
  index: number,
  unread: readonly NotRead[],
): string {
  const sentence = insight.sentences[index];
  return sentence ? readableSentence(sentence, insight.span, unread).text : '';
}

function readableSentence(sentence: Unplaced<Sentence>, insight: AnySpan, unread: readonly NotRead[]) {
  const whole = spanFrom(sentence.span, insight);
  const within = startingIn(unread, whole).filter(({ span }) => span.end <= whole.end);
  return readable(
    sentence.text,
    within.map(({ span }) => spanFrom(span, whole)),
  );
}

/**
 * Returns the value, title and caption of a figure as statements.
 *
 * @param inFigure the text of the figure, as the document has it
 */
export function figureStatements(figure: Figure, languageOfBrief: string, inFigure: string): Statement[] {
  const { content, title, caption } = figure;
  const fields: (readonly [field: Field, unit?: string | undefined])[] = [];
  if (content?.kind === 'value') fields.push([content.value, content.unit?.value]);
  if (title) fields.push([title]);
  if (caption) fields.push([caption]);
  const cites = figure.cites.map(({ value }) => value);
  const topic = [title, caption, figure.alt].map((field) => field?.value ?? '').join('\n');
  return fields.map(([{ value, span }, unit]): Statement => {
    const { text } = readable(unit === undefined ? value : `${value} ${unit}`, []);
    const language = languageOfPart(text, languageOfBrief);
    const place = spanFrom(span, figure.span);
    const written = inFigure.slice(place.start, place.end);
    const placeOf = placesIn(written, place);
    return {
      sentence: null,
      text,
      topic,
      language,
      cites,
      pages: new Map(),
      numbers: findNumbers(text, language).map((quantity) => ({ quantity, span: placeOf(quantity.surface) })),
      cell: null,
      isComputed: false,
      calculations: NONE,
      quotations: findQuotations(value).map(({ text: words }) => ({
        text: words,
        span: placesIn(written, place)(words),
      })),
      spanOf: null,
    };
  });
}

/**
 * Returns a function that finds words of a field's value in its YAML, one after the other. It returns the whole field if
 * they're written otherwise.
 */
function placesIn(written: string, span: TextSpan): (words: string) => TextSpan {
  let from = 0;
  return (words) => {
    const at = written.indexOf(words, from);
    if (at < 0) return span;
    from = at + words.length;
    return { start: span.start + at, end: span.start + from };
  };
}

/** Returns the pages that citations name, by source id: `p. 12`, `pp. 12-13`, `第12页`, or a number alone. */
export function pagesOf(citations: readonly Unplaced<Citation>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pages = new Map<string, Set<string>>();
  for (const { items } of citations) {
    for (const { id, locator } of items) {
      const named = locator === undefined ? null : PAGES.exec(locator);
      if (!named) continue;
      const held = pages.get(id) ?? new Set();
      pages.set(id, held);
      const first = Number(named[1] ?? named[3]);
      const last = Math.min(Number(named[2] ?? first), first + MOST_PAGES);
      for (let page = first; page <= last; page++) held.add(String(page));
    }
  }
  return pages;
}

const PAGES =
  /^\s*(?:pp?\.?|pages?|S\.|Seiten?|第|页)?\s*(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?\s*(?:页|頁|ff?\.)?\s*$|第\s*(\d{1,5})\s*[页頁]/i;
const MOST_PAGES = 100;
