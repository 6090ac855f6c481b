/** A table as the numbers that it shows. */

import type { Field, In, SpanIn, TextSpan, Whole } from '../../base/text';
import { inside } from '../../document/moved';
import { type Readable, readable } from '../lookup/readable';
import { findNumbers } from '../numbers';

/** The number of a cell. */
export interface Shown<W extends Whole = Whole> {
  readonly value: number;
  /** One unit in the last digit that is shown. */
  readonly step: number;
  /** `%`, a currency, a unit of measure; null: none. */
  readonly unit: string | null;
  readonly span: SpanIn<W>;
  /** The number as the cell writes it. */
  readonly written: string;
}

export interface GridCell<W extends Whole = Whole> {
  readonly text: string;
  /** The number of the cell; null if the cell isn't one number alone. */
  readonly shown: Shown<W> | null;
  /** True if the cell is empty or says that there is nothing: "n/a", "–". */
  readonly isEmpty: boolean;
}

/** A table with a row of heads, whose first column says what a row is of. */
export interface Grid<W extends Whole = Whole> {
  readonly heads: readonly GridCell<W>[];
  readonly rows: readonly (readonly GridCell<W>[])[];
  readonly language: string;
}

/** Largest table that is read, in cells. */
const MOST_CELLS = 5000;

/**
 * @param rows the first is the head
 * @param language without script and region
 * @returns null if nothing can be worked out in it: it has no second row or column, or too many cells
 */
export function readGrid<W extends Whole>(
  rows: readonly (readonly In<W, Field>[])[],
  language: string,
): Grid<W> | null {
  const [first, ...body] = rows;
  if (!first || body.length === 0 || first.length < 2 || first.length * body.length > MOST_CELLS) return null;
  return {
    heads: first.map((cell) => new LazyCell(cell, language)),
    rows: body.map((row) => row.map((cell) => new LazyCell(cell, language))),
    language,
  };
}

/** A cell that reads its number only on demand, because most heads of tables are never asked for one. */
class LazyCell<W extends Whole> implements GridCell<W> {
  readonly #field: In<W, Field>;
  readonly #language: string;
  #read: Readable | null = null;
  #shown: Shown<W> | null | undefined = undefined;

  constructor(field: In<W, Field>, language: string) {
    this.#field = field;
    this.#language = language;
  }

  get text(): string {
    return this.#readable().text;
  }

  get shown(): Shown<W> | null {
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

function shownIn<W extends Whole>(
  text: string,
  spanOf: (span: TextSpan) => TextSpan,
  { value: written, span: cell }: In<W, Field>,
  language: string,
): Shown<W> | null {
  if (!/\p{Nd}/u.test(text)) return null;
  const [quantity, ...others] = findNumbers(text, language);
  if (!quantity || others.length > 0) return null;
  const before = text.slice(0, quantity.span.start).trim();
  const after = text.slice(quantity.span.end).trim();
  const isNegative = before.endsWith('(') && after.startsWith(')');
  if (/[\p{L}\p{N}~≈<>]/u.test(before + after) || quantity.bound !== null || quantity.approximate) return null;
  const place = spanOf(quantity.span);
  const span = inside(place, cell);
  const words = written.slice(place.start, place.end);
  if (quantity.kind === 'date') {
    // Four digits that look like a year are a number here, as the other numbers of a column are.
    return /^\d{4}$/.test(quantity.surface)
      ? { value: Number(quantity.surface), step: 1, unit: null, span, written: words }
      : null;
  }
  const { low, high, step, unit, kind } = quantity;
  if (low !== high || kind === 'ordinal') return null;
  const sign = /^[-−–]/.test(before) || isNegative ? -1 : 1;
  return { value: sign * low, step, unit, span, written: words };
}
