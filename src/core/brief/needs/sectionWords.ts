/** Tells the kind of a section by the words of its heading. */

import { wordsOfLanguages } from '../../languages';
import type { Headings } from '../../languages/language';
import { quickToCompile } from '../../languages/wordLists';
import type { SectionKind } from '../types';

/**
 * Returns the kind of section that a heading starts.
 *
 * @param heading plain text, or with marks of emphasis; numbering, emoji, a year and a final colon don't count
 * @param atTop true if no section of content stands before it: "Key takeaways" is a summary only there
 * @param exempt the words of further headings that start an exempt section, as `bareWords` gives them
 */
export function sectionKindOf(heading: string, atTop = true, exempt: ReadonlySet<string> = NONE): SectionKind {
  const words = bareWords(heading);
  return exempt.has(words) ? 'exempt' : kindOfHeading(words, atTop);
}

/** Returns the kind of section that a heading starts, by its words as `bareWords` gives them. */
export function kindOfHeading(words: string, atTop: boolean): SectionKind {
  const whole = kindOfWords(words, atTop);
  if (whole !== 'content') return whole;
  // "Notes and references", "附录A：来源": no part is content. A list of sources wins, as it declares sources.
  const kinds = words.split(JOINTS).map((part) => kindOfWords(part.trim(), atTop));
  if (!kinds.includes('content')) {
    return (['sources', 'summary', 'exempt'] as const).find((kind) => kinds.includes(kind)) ?? 'content';
  }
  // "Conclusion: China leads" is still a summary. "Sources: where the metal comes from" doesn't list sources.
  const before = /^([^:]+):/.exec(words)?.[1];
  const announced = before === undefined ? 'content' : kindOfWords(before.trim(), atTop);
  if (announced === 'summary' || announced === 'exempt') return announced;
  return EXEMPT_START.test(words) ? 'exempt' : 'content';
}

const NONE: ReadonlySet<string> = new Set();

/** True if a line other than a heading starts a list of sources: a bold line, or a line that ends with a colon. */
export function isSourcesLine(line: string): boolean {
  return isLabel(line) && kindOfWords(bareWords(line.trim()), false) === 'sources';
}

/** True if a line other than a heading may introduce a list: a bold line, or a line with a colon at its end. */
export function isLabel(line: string): boolean {
  const trimmed = line.trim();
  return /^(\*\*\*?|__)(?=\S)[^*_]+\1\s*[:：]?$/.test(trimmed) || /[:：]\s*[*_]{0,3}$/.test(trimmed);
}

/** True if some word of a heading is about sources, so that the text below it decides. */
export function mayListSources(heading: string): boolean {
  return isAboutSources(bareWords(heading));
}

/** {@link mayListSources}, by the words as `bareWords` gives them. */
export function isAboutSources(words: string): boolean {
  return words.length <= 80 && ABOUT_SOURCES.test(words);
}

/** Returns the words of a field in all languages. */
const list = (field: Exclude<keyof Headings, 'names'>): readonly string[] =>
  wordsOfLanguages(({ headings }) => headings?.[field]);
const either = (field: Parameters<typeof list>[0]) => list(field).join('|');

function aboutSources(inCjk: boolean): readonly string[] {
  return wordsOfLanguages(({ headings, isCjk = false }) => (isCjk === inCjk ? headings?.aboutSources : undefined));
}

const ABOUT_SOURCES = new RegExp(
  [`(?<![\\p{L}])(?:${aboutSources(false).join('|')})(?![\\p{L}])`, ...aboutSources(true)].join('|'),
  'u',
);

function kindOfWords(words: string, atTop: boolean): SectionKind {
  if (SOURCES.has(words)) return 'sources';
  if (SUMMARY.has(words) || (atTop && SUMMARY_AT_TOP.has(words))) return 'summary';
  if (EXEMPT.has(words) || APPENDIX.test(words)) return 'exempt';
  // 来源列表, 参考文献目录
  return SOURCES.has(words.replace(LIST_WORD, '')) ? 'sources' : 'content';
}

/**
 * Returns the words of a heading in lower case and compatibility form, without numbering, marks, emoji, brackets and a
 * year around them. (A keycap is its digit and two marks; `8\\.` is an escaped full stop.)
 */
export function bareWords(heading: string): string {
  return (
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[*_`~#\\]|\uFE0F|\u20E3/g, '')
      .replace(/[‘’]/g, "'")
      .replace(EDGE_START, '')
      .replace(NUMBERING, '')
      // Pandoc writes attributes in braces, `{.unnumbered}`.
      .replace(/\s*(?:\([^()]{0,40}\)|\[[^[\]]{0,40}\]|\{[^{}]{0,80}\})$/, '')
      .replace(/^(?:19|20)\d\d\s+|,?\s+(?:19|20)\d\d$/g, '')
      .replace(EDGE_START, '')
      .replace(EDGE_END, '')
      .replace(/\s+/g, ' ')
  );
}

/** Spaces, emoji, bullets, colons and dashes. */
const EDGE_START = /^[^\p{L}\p{N}(]+/u;
const EDGE_END = /(?<![^\p{L}\p{N})\]?])[^\p{L}\p{N})\]?]+$/u;

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-z]|[一二三四五六七八九十]{1,3})`;
/** `3.`, `(3)`, `III.`, `A)`, `I –`, `一、`, `3.1 …`, `第三章`, `Part 2:` before the words, in compatibility form. */
const NUMBERING = new RegExp(
  [
    String.raw`^(?:\d{1,3}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3})(?=\s)`,
    String.raw`\(${NUMBER}\)`,
    String.raw`${NUMBER}(?:[.)、:]+|\s+[–—-]\s)`,
    `第${NUMBER}(?:[章节節]|部分)`,
    String.raw`(?:${either('parts')})\s${NUMBER}(?=[\s:.–—-])`,
  ].join('|^'),
);

/** Signs and words that join the parts of a heading. */
const JOINTS = new RegExp(String.raw`\s*[/&+,:、·|]\s*|\s+[–—-]\s+|\s+(?:${either('and')})\s+|[与與和及]`);

/** A word for a list that Chinese and Japanese put behind the word for sources. */
const LIST_WORD = /(?:列表|清单|清單|一览|一覽|一覧|汇总|彙總|目录|目錄|表)$/;

const SOURCES: ReadonlySet<string> = new Set(list('sources'));
const SUMMARY: ReadonlySet<string> = new Set(list('summary'));
const SUMMARY_AT_TOP: ReadonlySet<string> = new Set(list('summaryAtTop'));
const EXEMPT: ReadonlySet<string> = new Set(list('exempt'));

/** `Appendix A`, `附录一` */
const APPENDIX = new RegExp(
  String.raw`^(?:(?:${either('appendix')})\s[a-z\d]{1,3}|附[录錄]\s?[一二三四五六七八九十a-z\d]{1,3})$`,
);

/** `Appendix A Data`, `About the author of …`, `Note on the data`, `附录一 …` */
const EXEMPT_START = new RegExp(
  quickToCompile(
    [
      String.raw`^(?:(?:${either('appendix')})\s[a-z\d]{1,3}(?![\p{L}\p{N}])`,
      String.raw`about (?:the|this) (?:authors?|brief|report|document)\b|how to (?:read|use) this\b`,
      String.raw`(?:a )?notes? on (?:the )?(?:data|sources|methods?|methodology|terms)\b|附[录錄]\s?[一二三四五六七八九十a-z\d])`,
    ].join('|'),
  ),
  'u',
);

/** Returns words on one line, without marks of emphasis, code, links and escapes. A `_` within a word is part of it. */
export function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(?:[*`~]|(?<![\p{L}\p{N}])_)+(?=\S)|(?<=\S)(?:[*`~]|_(?![\p{L}\p{N}]))+/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
