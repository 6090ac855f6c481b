import { isShare } from '../matching/readings';
import { type Amount, inBaseUnit, type Quantity } from '../numbers';

/** True if one quantity could stand where the other does: both are shares, in one base unit or currency, or counts. */
export function isComparable(a: Quantity, b: Quantity): b is Amount {
  if (a.kind === 'date' || b.kind === 'date' || b.kind === 'ordinal') return false;
  const isShareOfA = isShare(a, a.low);
  const isShareOfB = isShare(b, b.low);
  if (isShareOfA !== isShareOfB) return (isShareOfA ? b : a).unit === '%';
  if (a.unit === null || b.unit === null) return a.unit === b.unit && a.kind === b.kind;
  return a.unit === b.unit || inBaseUnit(a.unit).unit === inBaseUnit(b.unit).unit;
}
