/**
 * Texts for the users of the engine: messages, titles, explanations. English text is the key of its translations. Words of a
 * page are not here: they are in the language of its brief.
 */

/** Texts of another language by those in English, as the bundles of `@vscode/l10n` have them. */
export type Words = Readonly<Record<string, string>>;

// All bundles of the product that run side by side speak one language, and each has a copy of this file.
declare global {
  var wordsOfBrief: Words | null | undefined;
}

/** Says everything from here on in the words of another language, where it has them; null: in English. */
export function speak(words: Words | null): void {
  globalThis.wordsOfBrief = words;
}

/** What is spoken; null: English. */
export function spoken(): Words | null {
  return globalThis.wordsOfBrief ?? null;
}

/** Runs a function with other words than the current ones; null: in English. */
export function saying<T>(words: Words | null, says: () => T): T {
  const before = spoken();
  speak(words);
  try {
    return says();
  } finally {
    speak(before);
  }
}

/** What a function that says something would say in English. */
export function inEnglish(says: () => string): string {
  return saying(null, says);
}

/** Whether people who want this language (BCP 47, as LSP's `locale`) read Simplified Chinese. */
export function isSimplifiedChinese(language: unknown): boolean {
  return typeof language === 'string' && /^zh(?:$|[-_](?!hant|tw|hk|mo))/i.test(language);
}

/** The first message to a process of ours that speaks another language than English. */
export interface Speaking {
  readonly words: Words;
}

/**
 * A text in the current language.
 *
 * @param text an English literal: a whole sentence or title, in which `{0}` to `{9}` stand for values
 * @param values inserted as they are; placeholders in them are not replaced
 */
export function say(text: string, ...values: readonly (string | number)[]): string {
  const said = globalThis.wordsOfBrief?.[text] ?? text;
  if (values.length === 0) return said;
  const parts = partsOf(said);
  let all = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) all += `${values[Number(parts[i])] ?? `{${parts[i]}}`}${parts[i + 1]}`;
  return all;
}

/** Most texts are said again and again, at each key. */
const knownParts = new Map<string, readonly string[]>();

/** A text, cut at its placeholders: what stands before, the digit, what stands behind, the next digit and so on. */
function partsOf(said: string): readonly string[] {
  const known = knownParts.get(said);
  if (known) return known;
  const parts = said.split(/\{(\d)\}/);
  knownParts.set(said, parts);
  return parts;
}
