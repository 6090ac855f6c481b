import { once } from '../once';
import type { TextEdit } from '../text';

/** How much of a text, in UTF-16 units, its language is guessed from. */
const SAMPLE = 20_000;

/** How many letters of each script, and of all, stand where a text's language is guessed from. */
export interface ScriptCounts {
  /** How much of the text was counted, in UTF-16 units, if it is as long. */
  readonly sample: number;
  readonly letters: number;
  /** By the languages of the scripts, in the order of `LANGUAGES`. */
  readonly scripts: readonly number[];
}

/**
 * Guesses a text's language from its script, where the front matter does not tell.
 *
 * @returns a BCP 47 tag: `zh`, `ja`, `ko`, `ru`, `ar`, `he`, `th`, `hi`, `el`, or `en` for Latin script.
 */
export function guessLanguage(text: string): string {
  return languageOf(countScripts(text));
}

export function countScripts(text: string, sample = SAMPLE): ScriptCounts {
  const counts = { sample, letters: 0, scripts: LANGUAGES.map(() => 0) };
  add(counts, text, 0, Math.min(text.length, sample), 1);
  return counts;
}

/**
 * The counts of a text that an edit made. Only what came into the sample and what left it is counted.
 *
 * @param before the counts of the text `previous`
 */
export function countsAfter(before: ScriptCounts, previous: string, edit: TextEdit, text: string): ScriptCounts {
  const { sample } = before;
  const { start, end } = edit.span;
  if (start >= sample) return before;
  const counts = { ...before, scripts: [...before.scripts] };
  const endBefore = Math.min(previous.length, sample);
  const endNow = Math.min(text.length, sample);
  const inserted = start + edit.newText.length;
  add(counts, previous, start, Math.min(end, endBefore), -1);
  add(counts, text, start, Math.min(inserted, endNow), 1);
  // What was counted behind the edit ends there now.
  const kept = inserted + Math.max(0, endBefore - end);
  add(counts, text, Math.max(inserted, endNow), kept, -1);
  add(counts, text, kept, endNow, 1);
  return counts;
}

/** Counts a stretch of a text, `by` for each letter; one that ends before its start has none. */
function add(counts: { letters: number; scripts: number[] }, text: string, from: number, to: number, by: 1 | -1) {
  const scripts = scriptsByCode();
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) continue;
    counts.letters += by;
    if (code < 0x370) continue;
    const script = scripts[code] ?? NONE;
    if (script !== NONE) counts.scripts[script] = (counts.scripts[script] ?? 0) + by;
  }
}

/** The language that the scripts of a text speak for. */
export function languageOf({ letters, scripts }: ScriptCounts): string {
  const han = scripts[HAN] ?? 0;
  const kana = scripts[KANA] ?? 0;
  // Japanese is written with Han characters too; a share of kana tells it from Chinese.
  if (kana > 0 && kana * 5 >= han && (kana + han) * 4 >= letters) return 'ja';
  let best = 'en';
  let most = letters / 4;
  for (const [index, language] of LANGUAGES.entries()) {
    const count = scripts[index] ?? 0;
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

/** Ranges of UTF-16 code units that belong to the script of one language. */
const SCRIPTS: readonly (readonly [language: string, from: number, to: number])[] = [
  ['zh', 0x4e00, 0x9fff],
  ['zh', 0x3400, 0x4dbf],
  ['ja', 0x3040, 0x30ff],
  ['ko', 0xac00, 0xd7af],
  ['ru', 0x0400, 0x04ff],
  ['el', 0x0370, 0x03ff],
  ['he', 0x0590, 0x05ff],
  ['ar', 0x0600, 0x06ff],
  ['hi', 0x0900, 0x097f],
  ['th', 0x0e00, 0x0e7f],
];

const LANGUAGES: readonly string[] = [...new Set(SCRIPTS.map(([language]) => language))];
const HAN = LANGUAGES.indexOf('zh');
const KANA = LANGUAGES.indexOf('ja');
const NONE = 0xff;

/** For each UTF-16 code unit the index in `LANGUAGES` of its script: a search for each character would be felt. */
const scriptsByCode = once(() => {
  const scripts = new Uint8Array(0x10000).fill(NONE);
  // Of ranges that overlap, the first counts.
  for (const [language, from, to] of SCRIPTS.toReversed()) scripts.fill(LANGUAGES.indexOf(language), from, to + 1);
  return scripts;
});
