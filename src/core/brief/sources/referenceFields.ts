/**
 * Reads the fields of a printed reference: authors, date, title, publisher, date of access. Knows the forms of APA 7, IEEE
 * and GB/T 7714, and the form that assistants write: `Title - Site, accessed May 21, 2026`. Any other text is a title as a
 * whole. So no word of a reference is lost, as pages list sources by their fields.
 */

import { type FoundDate, findDate } from '../../base/dates';
import { once } from '../../base/once';
import type { Local, LocalSpan } from '../../base/text';
import { ofLanguages } from '../../languages';
import type { Field, SourceDeclaration } from '../types';

/** The fields of a work that its reference gives. */
export type ReferenceFields = Partial<Pick<SourceDeclaration, 'title' | 'publisher' | 'published' | 'accessed'>> &
  Pick<SourceDeclaration, 'authors'>;

const ACCESSED =
  /(?<![\p{L}\p{N}])(?:last\s+)?(?:accessed|retrieved|viewed|abgerufen|letzter zugriff|zugriff|consulté|consultado|fecha de (?:acceso|consulta)|date de consultation|acesso|acessado|acceso|consultato|accesso eseguito|geraadpleegd|geopend|erişim tarihi|otwierano|dostęp|truy cập(?: vào)?|diakses|hämtad|použito|tilgået|доступ отримано|дата (?:последнего )?(?:обращения|доступа)|액세스|접속일?|访问(?:日期|时间|于)?为?|檢索(?:日期|於)?|检索(?:日期|于)?|查阅(?:日期|于)?|閲覧日?|参照日?|アクセス日?)(?:\s(?:on|am|le|el|em|il(?: giorno)?|op|in|pada))?\s*[:：]?\s*/iu;
/** The longest printed reference, in UTF-16 units. All of a longer text is the title. */
const LONGEST = 4000;
/** The longest date that is looked for behind the words for an access. */
const LONGEST_DATE = 40;
/** Words that lead to an address, which stood behind them. */
const LEAD_TO_ADDRESS =
  /(?<![\p{L}\p{N}_])(?:\[online\]\.?\s*)?(?:available(?:\s+(?:at|from|online))?|retrieved from|verfügbar unter|disponible (?:en|sur|à)|disponível em|url|doi|获取自|取自|网址)\s*[:：]?\s*(?=[\s.,;)\]]*$)|\[online\]\.?/iu;

const DATE = String.raw`(?<year>(?:1[5-9]|20)\d\d)(?<day>,[^()（）]{1,20})?`;
const TITLE_END = String.raw`(?:(?<=[\p{Ll}\p{N})\]”"»』」》*_]{2})[.?!](?=\s)|[。？！]|$)`;
/** `Schulz, M., & Roth, L. (2009, May 3). Tin and output. Quay Press.` */
const APA = new RegExp(
  String.raw`^(?<authors>[^\d"“”「」《》()（）]{2,200}?)\s?,?\s?[(（]${DATE}[)）]\s?[.,:：。]?\s*(?<title>.+?)${TITLE_END}(?<rest>.*)$`,
  'su',
);
/** `M. Schulz and L. Roth, "Tin and output," Ore, vol. 3, 2009.` */
const QUOTED =
  /^(?:(?<authors>[^\d"“”「」《》()]{2,200}?)\s?[,.:]\s?)?["“](?<title>[^"“”]{2,300}?)[,.]?["”]\s?[,.]?\s*(?<rest>.*)$/su;
/** `王明，李雷. 矿业[J]. 矿, 2020.` */
const TYPED =
  /^(?<authors>[^\d"“”[\]]{2,100}?)[.．]\s?(?<title>[^[\]]{2,200}?)\s?\[(?:[JMDCNRSPZGA]|DB|EB|OL|(?:[JMDCNR]|DB|EB)\/OL)\]\s?[.．,，]?\s*(?<rest>.*)$/su;
/** `王明：《矿业》，矿出版社，2020年` */
const MARKED =
  /^(?:(?<authors>[^\d《》]{2,60}?)\s?[:：，,、.．]\s?)?《(?<title>[^《》]{1,200})》\s?[，,.。]?\s*(?<rest>.*)$/su;
const FORMS = [APA, TYPED, QUOTED, MARKED];
const SITE_BEHIND = /^(?<title>.{3,}?)\s+[-–—|]\s+(?<publisher>[^-–—|\d][^–—|]{1,60})$/su;
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/;

/**
 * @param rest the text of a reference, with blanks instead of its address and DOI
 * @param clean takes marks, quotation marks and joints off a title
 * @param place the place of a part of `rest` in the document
 */
export function referenceFields(
  rest: string,
  clean: (title: string) => string,
  place: (index: number, length: number) => LocalSpan,
): Local<ReferenceFields> {
  if (rest.length > LONGEST) {
    const title = clean(rest);
    return { authors: [], ...(title ? { title: { value: title, span: place(0, rest.length) } } : {}) };
  }
  const seen = accessedIn(rest);
  const text = seen ? blanked(rest, seen.start, seen.end) : rest;
  const lead = LEAD_TO_ADDRESS.exec(text);
  const said = lead ? blanked(text, lead.index, lead.index + lead[0].length) : text;
  const start = said.search(/\S/);
  if (start < 0) return { authors: [], ...(seen ? { accessed: seen.field(place) } : {}) };
  const trimmed = said.slice(start).trimEnd();
  const field = (value: string, cleaned = value.trim(), index = trimmed.indexOf(value)): Local<Field> => ({
    value: cleaned,
    span: place(start + Math.max(0, index), value.length),
  });
  const accessed = seen ? { accessed: seen.field(place) } : {};
  for (const form of FORMS) {
    const groups = form.exec(trimmed)?.groups;
    const title = clean(groups?.['title'] ?? '');
    if (!groups?.['title'] || !/\p{Script=Han}|\p{L}{2}/u.test(title)) continue;
    const authors = namesIn(groups['authors'] ?? '');
    if (!authors.every(isName)) continue;
    const behind = groups['rest'] ?? '';
    const published = publishedIn(groups, behind);
    const publisher = publisherIn(behind, published?.written);
    if (publisher === null) continue;
    return {
      authors: authors.map((name) => field(name)),
      title: field(groups['title'], title),
      ...(publisher === ''
        ? {}
        : { publisher: field(publisher, publisher.replace(MARKS, ''), trimmed.lastIndexOf(publisher)) }),
      ...(published ? { published: field(published.written, published.iso) } : {}),
      ...accessed,
    };
  }
  const whole = clean(trimmed);
  const split = seen ? SITE_BEHIND.exec(whole)?.groups : undefined;
  // "GitHub - A long name": the site stands first.
  const site = wordsIn(split?.['publisher']) <= wordsIn(split?.['title']) ? split : undefined;
  const title = site?.['title'] ?? whole;
  return {
    authors: [],
    ...(title ? { title: { value: title, span: place(start, trimmed.length) } } : {}),
    ...(site?.['publisher'] ? { publisher: field(site['publisher']) } : {}),
    ...accessed,
  };
}

/** Finds the date of access, and the span of its words with the sign that joins them to the text before; null without one. */
function accessedIn(text: string): {
  readonly start: number;
  readonly end: number;
  field(place: (index: number, length: number) => LocalSpan): Local<Field>;
} | null {
  const dayFirst = DAY_FIRST.exec(text);
  const day = dayFirst?.[1] && dateIn(dayFirst[1]);
  if (dayFirst && day) {
    const start = dayFirst.index + dayFirst[0].indexOf(dayFirst[1] ?? '');
    return {
      start: dayFirst.index,
      end: dayFirst.index + dayFirst[0].length,
      field: (place) => ({ value: day.iso, span: place(start, day.span.end) }),
    };
  }
  const words = ACCESSED.exec(text);
  if (!words) return null;
  const from = words.index + words[0].length;
  const date = dateIn(text.slice(from, from + LONGEST_DATE));
  if (!date || date.span.start > 1) return null;
  const before = /[,;，；(（[]?\s*$/.exec(text.slice(0, words.index))?.[0].length ?? 0;
  const dateStart = from + date.span.start;
  const dateEnd = from + date.span.end;
  const after = /^(?:[)）\]]|,?\s*from:?)?/i.exec(text.slice(dateEnd))?.[0].length ?? 0;
  return {
    start: words.index - before,
    end: dateEnd + after,
    field: (place) => ({ value: date.iso, span: place(dateStart, dateEnd - dateStart) }),
  };
}

/** Returns the date of access that a line gives, `**Accessed**: 3 May 2026`; null if it gives none. */
export function accessedOn(text: string, { start, end }: LocalSpan): Local<Field> | null {
  const line = text.slice(start, end).replace(/[*_|]/g, ' ');
  const place = (index: number, length: number) => ({ start: start + index, end: start + index + length });
  return accessedIn(line)?.field(place) ?? null;
}

/** Korean and Japanese put the day before the words: `5월 20, 2026에 액세스`, `5月 20, 2026にアクセス`. */
const DAY_FIRST =
  /[,，、]?\s*(\d{1,2}[월月] \d{1,2},? \d{4}|\d{4}[년年] ?\d{1,2}[월月] ?\d{1,2}[일日])(?:에 (?:액세스|접속)(?:함|했습니다)?|に?(?:アクセス|閲覧)(?:[、。]|(?=\s|$)))/u;

/** Dates as assistants write them in a language: `mai 20, 2026`, `20 de mayo de 2026`, `5월 20, 2026`. */
const FOREIGN_DATES: readonly RegExp[] = [
  /^(?<name>\p{L}{3,12})\.? (?<day>\d{1,2}),? (?<year>\d{4})(?!\d)/u,
  /^(?<day>\d{1,2})\.? (?:de )?(?<name>\p{L}{3,12})\.? (?:de )?(?<year>\d{4})(?!\d)/u,
  /^(?:tháng )?(?<month>\d{1,2})(?:[월月]|(?<=tháng \d{1,2})) (?<day>\d{1,2}),? (?<year>\d{4})(?!\d)/iu,
  /^(?<year>\d{4})[년年] ?(?<month>\d{1,2})[월月] ?(?<day>\d{1,2})[일日]/u,
];

/** The numbers of months by their names, in all languages that have them. */
const monthsByName = once(() => {
  const found = new Map<string, number>(
    OTHER_MONTHS.flatMap((list) => list.split(' ').map((name, index) => [name, index + 1] as const)),
  );
  for (const list of ofLanguages(({ months }) => months))
    for (const [index, names] of list.split(' ').entries())
      for (const name of names.split('/')) if (name !== '-') found.set(name, index + 1);
  return found;
});

/** Names of months in the form that dates have, of languages in which only lists of sources are read. */
const OTHER_MONTHS = [
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januari februari maret april mei juni juli agustus september oktober november desember',
];

/** Finds a date, in whatever language. */
function dateIn(text: string): FoundDate | null {
  for (const form of FOREIGN_DATES) {
    const match = form.exec(text);
    const { name, day = '', year = '', month: written } = match?.groups ?? {};
    const month = written ? Number(written) : monthsByName().get(name?.toLowerCase() ?? '');
    if (!match || month === undefined || month > 12 || Number(day) > 31) continue;
    const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return { iso, span: { start: 0, end: match[0].length } };
  }
  return findDate(text);
}

function wordsIn(text = ''): number {
  return text.split(/\s+/).length;
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function publishedIn(
  groups: Readonly<Record<string, string | undefined>>,
  rest: string,
): { readonly written: string; readonly iso: string } | null {
  const { year, day } = groups;
  if (year) {
    const date = day ? findDate(`${day.slice(1).trim()} ${year}`) : null;
    return { written: year, iso: date?.iso ?? year };
  }
  const date = findDate(rest);
  if (date) return { written: rest.slice(date.span.start, date.span.end), iso: date.iso };
  const found = YEAR.exec(rest)?.[0];
  return found ? { written: found, iso: found } : null;
}

/** Marks of emphasis within a publisher: `*Ore*, vol. 3`. An underscore within a word is none. */
const MARKS = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

/** Cuts off the marks around a text, and signs that stood around a date. */
function bare(text: string): string {
  return text.replace(/^(?:[\s,.;:：，。；年*_]|\(\s*\))+|[\s,.;:：，。；*_]+$/gu, '');
}

/** The longest publisher or journal, with volume and pages. */
const LONGEST_PUBLISHER = 100;

/**
 * Returns the text behind the title without the date: a publisher, or a journal with volume and pages.
 *
 * @returns null for more than that. The whole reference is then the title, so that no part of it is lost
 */
function publisherIn(rest: string, date = ''): string | null {
  const at = date === '' ? -1 : rest.lastIndexOf(date);
  const [before = '', after = ''] = (
    at < 0
      ? [rest]
      : [rest.slice(0, at).replace(/[(（]\s*$/, ''), rest.slice(at + date.length).replace(/^\s*[)）]/, '')]
  ).map(bare);
  const said = before !== '' && after !== '' ? bare(rest) : before || after;
  return said.length > LONGEST_PUBLISHER || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}|[。！？]./u.test(said) ? null : said;
}

/** Signs and words that join names. Not used for offices, whose names may have such words: Ministry of Labour and Trade. */
const SEVERAL = /\s*;\s*|,?\s*(?:&|\band\b|\bund\b|\bet\b(?! al)|\by\b)\s+/u;
const FAMILY = String.raw`[\p{L}\p{M}'’ -]{2,40}`;
const INITIALS = String.raw`\p{Lu}\.(?:[ -]?\p{Lu}\.)*`;
const JOINTS: readonly (readonly [of: RegExp, joint: RegExp])[] = [
  [/\p{Script=Han}/u, /[、，,;；]\s*/u],
  // Schulz M, Roth LK
  [new RegExp(String.raw`^${FAMILY} \p{Lu}{1,3}(?:, ${FAMILY} \p{Lu}{1,3})+$`, 'u'), /,\s/u],
  // Schulz, M., Roth, L. K., & Li, C.
  [
    new RegExp(`^${FAMILY}, ${INITIALS}`, 'u'),
    /\s*;\s*|(?<=\p{Lu}\.),?\s+(?:(?:&|…|\. \. \.|and|und|et(?! al)|y)\s+)?(?=[\p{L}\p{M}'’ -]{2,40},)/u,
  ],
  // M. Schulz, L. K. Roth, and C. Li
  [new RegExp(`^${INITIALS} ${FAMILY}`, 'u'), /,\s+(?:and\s+|&\s+)?|\s+(?:and|&|und|et(?! al)|y)\s+/u],
];

/** Splits a list of authors into names as they are written: `Schulz, M.`, `M. Schulz`, `Quay Office`. */
function namesIn(authors: string): string[] {
  const list = authors.replace(/[*_]/g, '').trim();
  if (list === '') return [];
  const isOffice = /\s(?:for|of|on|the|für|des?|der|pour|para)\s/u.test(list);
  const joint = JOINTS.find(([all]) => all.test(list))?.[1] ?? (isOffice ? /\s*;\s*/u : SEVERAL);
  return list
    .split(joint)
    .map((name) => name.trim().replace(/(?<=\p{Ll}{2})[.,]$/u, ''))
    .filter((name) => /\p{L}/u.test(name));
}

/** Words that stand in names beside those with capitals. */
const IN_NAMES =
  /^(?:van|von|der|den|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|of|for|on|the|and|et|al\.?|und|für|des|y|e|&)$/u;

/** True for a short text in capitalized words. Anything else before a year or a quoted title is part of a sentence. */
function isName(name: string): boolean {
  const words = name.split(/[\s-]+/);
  return name.length <= 80 && words.every((word) => /^(?:['’]?\p{Lu}|\p{Lo}|$)/u.test(word) || IN_NAMES.test(word));
}
