/** Which words of two texts can be compared, and which of them tell what an amount is of. */
import type { FrameTerm } from './types';

/** @param isForeign whether the texts are in different languages */
export function isRead({ kind, key }: FrameTerm, isForeign: boolean): boolean {
  // A place has one name in several forms: Britain, British.
  return kind === 'amount' || (kind === 'bridge') === isForeign || (!isForeign && key.startsWith('@'));
}

/** @param isForeign whether the texts are in different languages */
export function decides({ kind, key }: FrameTerm, isForeign: boolean): boolean {
  // A number that counts something tells no two things apart.
  if (kind === 'amount') return !key.endsWith(' ');
  return (kind === 'bridge') === isForeign;
}

/** True for a word that is no thing: Hiragana alone, such as a particle, or one Chinese character. */
export function isParticle({ key }: FrameTerm): boolean {
  return /^(?:[\p{Script=Hiragana}ー]+|\p{Script=Han})$/u.test(key);
}
