import type { NumberTerm } from './terms';

/** Numbers in digits, with their scale word, by value: `5亿` and `$500 million` are both `500000000`. */
export function* numbersByValue(text: string): Iterable<NumberTerm> {
  for (const { 0: surface, 1: digits = '', 2: scale = '', index } of text.matchAll(NUMBER)) {
    const value = Number(digits.normalize('NFKC').replace(/,/g, '')) * (SCALES.get(scale.toLowerCase()) ?? 1);
    if (!Number.isFinite(value)) continue;
    yield { value: String(Number(value.toPrecision(12))), start: index, end: index + surface.length };
  }
}

const NUMBER =
  /(?<![\p{Nd}.])(\p{Nd}{1,3}(?:[,，]\p{Nd}{3})+(?:[.．]\p{Nd}+)?|\p{Nd}+(?:[.．]\p{Nd}+)?)(?:\s?(thousand|million|billion|trillion|bn|mn|[kmb](?![\p{L}])|万亿|亿|百万|千万|万|千))?%?/giu;

const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    thousand: 1e3,
    k: 1e3,
    千: 1e3,
    万: 1e4,
    million: 1e6,
    m: 1e6,
    mn: 1e6,
    百万: 1e6,
    千万: 1e7,
    亿: 1e8,
    billion: 1e9,
    b: 1e9,
    bn: 1e9,
    trillion: 1e12,
    万亿: 1e12,
  }),
);
