import type { Draw } from '../drawing';

/** A number with one digit that is another. */
export function withSlip(written: string, draw: Draw): string {
  const places = [...written.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[draw(places.length)] ?? 0;
  const digit = (Number(written[at]) + 1 + draw(8)) % 10;
  return written.slice(0, at) + String(at === places[0] ? Math.max(1, digit) : digit) + written.slice(at + 1);
}
