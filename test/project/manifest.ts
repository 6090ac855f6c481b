import { read } from './files';

/** The languages of the manifest, by what VS Code calls them. */
export type ManifestLanguage = 'en' | 'zh-cn';

/** The table of a language, which VS Code finds by its name. */
export function tableOf(language: ManifestLanguage): string {
  return language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
}

/** The manifest's texts in a language, by their keys. */
export function textsIn(language: ManifestLanguage): Readonly<Record<string, string>> {
  return JSON.parse(read(tableOf(language)));
}

/** The key of a text that stands in a table; null for what is a text itself. */
export function keyOf(value: string): string | null {
  return /^%(.+)%$/s.exec(value)?.[1] ?? null;
}

/**
 * The manifest as VS Code reads it: each value `%key%` is the text that the table of the language has for it, or else that of
 * the table in English.
 *
 * @throws Error where neither has one
 */
export function manifestIn<T>(language: ManifestLanguage = 'en'): T {
  const texts = { ...textsIn('en'), ...textsIn(language) };
  return JSON.parse(read('package.json'), (_, value: unknown) => {
    const key = typeof value === 'string' ? keyOf(value) : null;
    if (key === null) return value;
    const text = texts[key];
    if (text === undefined) throw new Error(`${tableOf('en')} has no text for ${key}`);
    return text;
  });
}
