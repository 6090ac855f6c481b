/** What is in English alone: messages without their Chinese, and pages that lack what the English ones have. */
import { existsSync, readFileSync } from 'node:fs';
import { filesBelow, read } from './files';
import { tableOf, textsIn } from './manifest';
import { sectionsOf } from './markdownPages';
import { TABLES, textsOfTables, wordsIn } from './said';

/** Something to be translated. */
export interface Untranslated {
  /** The file that its translation belongs to. */
  readonly file: string;
  /** The English text, or what the file lacks. */
  readonly text: string;
}

/** Pages for those who work on the product. */
const ENGLISH_ONLY: ReadonlySet<string> = new Set(
  ['dependencies', 'evaluation', 'fuzzing', 'performance', 'threat-model'].map((name) => `docs/${name}.md`),
);
const CHINESE = 'docs/zh-cn/';

/** The pages that are there in English, with the path that each has in Chinese. */
export function pagesInBoth(): readonly (readonly [english: string, chinese: string])[] {
  const pages = filesBelow('docs', '.md').filter((path) => !path.startsWith(CHINESE) && !ENGLISH_ONLY.has(path));
  return [['README.md', 'README.zh-cn.md'], ...pages.map((path) => [path, path.replace('docs/', CHINESE)] as const)];
}

/** All that is to be translated, file by file. */
export function untranslated(): Untranslated[] {
  return [...untranslatedMessages(), ...untranslatedSnippets(), ...untranslatedPages()];
}

function untranslatedMessages(): Untranslated[] {
  const texts = textsOfTables();
  const tables = (['engine', 'cli', 'extension'] as const).map((name) => [TABLES[name], texts[name]] as const);
  const said = tables.flatMap(([file, wanted]) => missingIn(file, wanted, wordsIn(file)));
  const manifest = Object.entries(textsIn('en')).filter(([key]) => !key.startsWith('rule.'));
  const known = textsIn('zh-cn');
  const unknown = manifest.filter(([key]) => !Object.hasOwn(known, key));
  return [...said, ...unknown.map(([key, text]) => ({ file: tableOf('zh-cn'), text: `${key}: ${text}` }))];
}

/** Those of some texts that a table does not have. */
export function missingIn(
  file: string,
  texts: readonly string[],
  table: Readonly<Record<string, string>>,
): Untranslated[] {
  return texts.filter((text) => !Object.hasOwn(table, text)).map((text) => ({ file, text }));
}

function untranslatedSnippets(): Untranslated[] {
  const file = 'snippets/brief.zh-cn.code-snippets';
  const names: Readonly<Record<string, unknown>> = JSON.parse(readFileSync('snippets/brief.code-snippets', 'utf8'));
  return missingIn(file, Object.keys(names), JSON.parse(readFileSync(file, 'utf8')));
}

function untranslatedPages(): Untranslated[] {
  return pagesInBoth().flatMap(([english, file]) => {
    const lacks = existsSync(file) ? differenceOf(read(english), read(file)) : 'the page';
    return lacks === null ? [] : [{ file, text: lacks }];
  });
}

/** The first place where a page in Chinese is not made as that in English is; null where there is none. */
export function differenceOf(english: string, chinese: string): string | null {
  const [theirs, ours] = [sectionsOf(english), sectionsOf(chinese)];
  for (const [i, { heading, level, blocks, names }] of theirs.entries()) {
    const section = ours[i];
    if (section?.level !== level) return `the section "${heading}"`;
    const at = blocks.findIndex((block, j) => block !== section.blocks[j]);
    const title = heading || 'the beginning';
    if (at >= 0) return `in "${title}", block ${at + 1}: ${blocks[at]}`;
    if (section.blocks.length > blocks.length) return `in "${title}", no block ${blocks.length + 1}`;
    const name = names.find((each) => !section.names.includes(each));
    if (name !== undefined) return `in "${title}", ${name}`;
  }
  return ours.length > theirs.length ? `no section "${ours[theirs.length]?.heading}"` : null;
}
