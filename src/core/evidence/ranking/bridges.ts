/**
 * Terms that a text shares with texts in other languages, besides numbers and words that are written alike. These are countries
 * and days by their names, foreign names by their sound, and common words of briefs.
 */
import { COMMON_WORDS } from './commonWords';
import { conceptsIn } from './concepts';
import { namesIn } from './names';
import { soundsOfHan, soundsOfLatin } from './sounds';
import { foldMarks, type Term } from './terms';

/** Least consonants of a sound that isn't short. A shorter one fits many names. */
const SHORT = 4;

export function bridgesOf(text: string, language: string): Term[] {
  const terms: Term[] = [...namesIn(text, language), ...conceptsIn(text)];
  const addSound = (sound: string, start: number, end: number) =>
    terms.push({ kind: sound.length < SHORT ? 'shortSound' : 'sound', key: `~${sound}`, start, end });
  for (const { 0: run, index } of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (const { sound, start, end } of soundsOfHan(run)) addSound(sound, index + start, index + end);
  }
  for (const { 0: name, index } of text.matchAll(/(?<![\p{Script=Latin}\p{M}])\p{Lu}[\p{Script=Latin}\p{M}]{3,}/gu)) {
    if (COMMON_WORDS.has(name.toLowerCase())) continue;
    for (const sound of soundsOfLatin(foldMarks(name))) addSound(sound, index, index + name.length);
  }
  return terms;
}
