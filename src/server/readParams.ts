/** What a client sent may be anything: these say whether it is what it should be. */
import type { Position, Range } from '../core';
import { part } from './settings';

export function isRange(value: unknown): value is Range {
  return isPosition(part(value, 'start')) && isPosition(part(value, 'end'));
}

export function isPosition(value: unknown): value is Position {
  return isCount(part(value, 'line')) && isCount(part(value, 'character'));
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
