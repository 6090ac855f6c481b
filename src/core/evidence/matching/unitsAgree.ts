import type { Amount } from '../numbers';

/** A unit as a text says it. */
export interface UnitSaid {
  readonly unit: string;
  /** Units that the words may mean, if they leave that open: `$` is the dollar of any country, 度 either scale. Else null. */
  readonly open: ReadonlySet<string> | null;
}

/** Words that several units share, by the unit they are read as, with all units that they may mean. */
const OPEN = byUnit([
  [
    'USD',
    /^-?\$|(?<![a-z.] ?)\$|(?<!(?:u\.?s\.?|american) )(?:dollar|dólar|dolar|buck)/i,
    'USD CAD AUD NZD HKD TWD SGD peso MXN BRL',
  ],
  ['CNY', /¥|￥/, 'CNY JPY'],
  ['JPY', /¥|￥/, 'CNY JPY'],
  ['CNY', /元|块|圆|塊|圓/, 'CNY TWD HKD SGD USD'],
  ['GBP', /pound|pfund|livre|libra|ポンド|파운드/i, 'GBP lb'],
  ['lb', /pound|pfund|livre|libra|磅|ポンド/i, 'GBP lb'],
  ['INR', /rup|rs\b|卢比|盧比|ルピー|루피/i, 'INR PKR LKR IDR'],
  ['franc', /./u, 'franc CHF FRF'],
  ['peso', /./u, 'peso MXN ARS CLP COP PHP'],
  ['krona', /./u, 'krona SEK NOK DKK ISK CZK'],
  ['lira', /./u, 'lira TRY ITL'],
  ['shilling', /./u, 'shilling KES'],
  ['dinar', /./u, 'dinar KWD'],
  ['°', /./u, '° °C °F'],
  ['°C', /度|도|grad/i, '° °C °F'],
]);

interface OpenWords {
  readonly words: RegExp;
  readonly means: ReadonlySet<string>;
}

function byUnit(
  rows: readonly (readonly [unit: string, words: RegExp, means: string])[],
): ReadonlyMap<string, readonly OpenWords[]> {
  const open = new Map<string, OpenWords[]>();
  for (const [unit, words, means] of rows)
    open.set(unit, [...(open.get(unit) ?? []), { words, means: new Set(means.split(' ')) }]);
  return open;
}

/** Returns the unit of an amount, with other units that its words may mean; null for a bare number. */
export function unitSaid({ unit, surface }: Amount): UnitSaid | null {
  if (unit === null) return null;
  const open = OPEN.get(unit)?.find(({ words }) => words.test(surface));
  return { unit, open: open?.means ?? null };
}

/** True if two units may be the same; null is a bare number, which goes with any. */
export function unitsAgree(a: UnitSaid | null, b: UnitSaid | null): boolean {
  if (a === null || b === null || a.unit === b.unit) return true;
  return a.open?.has(b.unit) === true || b.open?.has(a.unit) === true;
}
