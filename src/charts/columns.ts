/** What the values of a column are, which decides how they are laid out along an axis. */

export type ColumnKind = 'number' | 'year' | 'time' | 'text';

const ISO = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].{1,30})?)?$/;

export function kindOf(values: readonly (string | number)[]): ColumnKind {
  const all = (test: (value: string | number) => boolean) => values.length > 0 && values.every(test);
  if (all((value) => /^[12]\d{3}$/.test(String(value)))) return 'year';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => ISO.test(String(value)) && timeOf(value) !== null)) return 'time';
  return 'text';
}

/** An ISO 8601 date as milliseconds in UTC; null where it is none. */
export function timeOf(value: string | number): number | null {
  const text = String(value).replace(' ', 'T');
  const time = Date.parse(/T/.test(text) && !/(?:Z|[-+]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}
