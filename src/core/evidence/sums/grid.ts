/** A table as the numbers that it shows. */
import type { Field, Span } from '../../base/text';
import { type Readable, readable } from '../lookup/readable';
import { findNumbers } from '../numbers';

/** The number of a cell. */
export interface Shown {
  readonly value: number;
  /** One unit in the last digit that is shown. */
  readonly step: number;
  /** `%`, a currency, a unit of measure; null: none. */
  readonly unit: string | null;
  /** Where the number stands. */
  readonly span: Span;
  /** As it is written there. */
  readonly written: string;
}

export interface GridCell {
  readonly span: Span;
  readonly text: string;
  /** Null where it is not one number alone. */
  readonly shown: Shown | null;
  /** It says that there is nothing, or is empty. */
  readonly isEmpty: boolean;
}

/** A table with a row of heads, whose first column says what a row is of. */
export interface Grid {
  readonly heads: readonly GridCell[];
  readonly rows: readonly (readonly GridCell[])[];
  readonly language: string;
}

/** In cells. */
const MOST_CELLS = 5000;

/**
 * @param rows the first is the head
 * @param language without script and region
 * @returns null where nothing can be worked out in it
 */
export function readGrid(rows: readonly (readonly Field[])[], language: string): Grid | null {
  const [first, ...body] = rows;
  if (!first || body.length === 0 || first.length < 2 || first.length * body.length > MOST_CELLS) return null;
  return {
    heads: first.map((cell) => new LazyCell(cell, language)),
    rows: body.map((row) => row.map((cell) => new LazyCell(cell, language))),
    language,
  };
}

/** The heads of most tables ask for none of their numbers. */
class LazyCell implements GridCell {
  readonly #field: Field;
  readonly #language: string;
  #read: Readable | null = null;
  #shown: Shown | null | undefined = undefined;

  constructor(field: Field, language: string) {
    this.#field = field;
    this.#language = language;
  }

  get span(): Span {
    return this.#field.span;
  }

  get text(): string {
    return this.#readable().text;
  }

  get shown(): Shown | null {
    if (this.#shown === undefined) {
      const { text, spanOf } = this.#readable();
      this.#shown = shownIn(text, spanOf, this.#field, this.#language);
    }
    return this.#shown;
  }

  get isEmpty(): boolean {
    return EMPTY.test(this.text);
  }

  #readable(): Readable {
    if (!this.#read) {
      const { text, spanOf } = readable(this.#field.value, []);
      // Citations say nothing of a number beside them.
      this.#read = { text: text.replace(CITATIONS, (all) => ' '.repeat(all.length)), spanOf };
    }
    return this.#read;
  }
}

const CITATIONS = /\[\^?[^\][]{1,40}\]|[*†‡]/g;
const EMPTY = /^\s*(?:[-–—‒.…/]{0,3}|n\/?a\.?|无|不适用)\s*$/i;

function shownIn(
  text: string,
  spanOf: (span: Span) => Span,
  { value: written, span: cell }: Field,
  language: string,
): Shown | null {
  if (!/\p{Nd}/u.test(text)) return null;
  const [quantity, ...others] = findNumbers(text, language);
  if (!quantity || others.length > 0) return null;
  const before = text.slice(0, quantity.span.start).trim();
  const after = text.slice(quantity.span.end).trim();
  const isNegative = before.endsWith('(') && after.startsWith(')');
  if (/[\p{L}\p{N}~≈<>]/u.test(before + after) || quantity.bound !== null || quantity.approximate) return null;
  const place = spanOf(quantity.span);
  const span = { start: cell.start + place.start, end: cell.start + place.end };
  const words = written.slice(place.start, place.end);
  if (quantity.kind === 'date') {
    // In a column of other numbers four digits are no year.
    return /^\d{4}$/.test(quantity.surface)
      ? { value: Number(quantity.surface), step: 1, unit: null, span, written: words }
      : null;
  }
  const { low, high, step, unit, kind } = quantity;
  if (low !== high || kind === 'ordinal') return null;
  const sign = /^[-−–]/.test(before) || isNegative ? -1 : 1;
  return { value: sign * low, step, unit, span, written: words };
}
