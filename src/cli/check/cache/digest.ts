import { createHash, hash } from 'node:crypto';
import type { ConfinedRead } from '../../../files/confined/confinement';
import { shownPath } from '../../io/shownPath';

/**
 * A digest of content (SHA-256, as whoever writes a brief must not be able to make two texts that share one).
 *
 * @param parts what is told apart: `ab`, `c` has another digest than `a`, `bc`
 */
export function digestOf(...parts: readonly [string | Uint8Array, ...(string | Uint8Array)[]]): string {
  const [first, ...others] = parts;
  if (others.length === 0) return hash('sha256', first, 'base64');
  const whole = createHash('sha256').update(JSON.stringify(parts.map((part) => Buffer.byteLength(part))));
  for (const part of parts) whole.update(part);
  return whole.digest('base64');
}

/** A digest of what came of reading a file, the same in a copy of the working folder. */
export function digestOfRead(read: ConfinedRead): string {
  if ('refused' in read) return digestOf('refused', read.refused);
  if ('unchanged' in read) return 'unchanged';
  return digestOf(shownPath(read.state.uri), String(read.state.size), String(read.garbled), read.text);
}
