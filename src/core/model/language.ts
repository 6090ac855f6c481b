import { once } from '../evidence/lookup/once';

/** How much of a text, in UTF-16 units, its language is guessed from. */
const SAMPLE = 20_000;

/** Whether an edit that starts at an offset of a text leaves alone what its language is guessed from. */
export function keepsLanguage(editStart: number): boolean {
  return editStart >= SAMPLE;
}

/**
 * Guesses a text's language from its script, where the front matter does not tell.
 *
 * @returns a BCP 47 tag: `zh`, `ja`, `ko`, `ru`, `ar`, `he`, `th`, `hi`, `el`, or `en` for Latin script.
 */
export function guessLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  let letters = 0;
  const counts = SCRIPTS.map(() => 0);
  const scripts = scriptsByCode();
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 0x41) continue;
    letters++;
    if (code < 0x370) continue;
    const script = scripts[code] ?? NONE;
    if (script !== NONE) counts[script] = (counts[script] ?? 0) + 1;
  }
  const of = (language: string) =>
    SCRIPTS.reduce((sum, [name], i) => sum + (name === language ? (counts[i] ?? 0) : 0), 0);
  const han = of('zh');
  // Japanese is written with Han characters too; a share of kana tells it from Chinese.
  if (of('ja') > 0 && of('ja') * 5 >= han && (of('ja') + han) * 4 >= letters) return 'ja';
  let best = 'en';
  let most = letters / 4;
  for (const [language] of SCRIPTS) {
    if (of(language) <= most) continue;
    most = of(language);
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

const NONE = 0xff;

/** For each UTF-16 code unit the index in `SCRIPTS` of the range that it is in: a search for each character would be felt. */
const scriptsByCode = once(() => {
  const scripts = new Uint8Array(0x10000).fill(NONE);
  // Of ranges that overlap, the first counts.
  for (const [index, [, from, to]] of [...SCRIPTS.entries()].reverse()) scripts.fill(index, from, to + 1);
  return scripts;
});
