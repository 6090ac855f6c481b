/** Countries, months and days of the week, by their names in Unicode's CLDR, which `Intl` knows. */
import { matches } from '../numbers/matches';
import { ENGLISH_NAMES } from './englishNames';
import type { Term } from './terms';

interface Name {
  readonly name: string;
  readonly key: string;
}

/** All names by their first word or first CJK character, longest first. */
type Lexicon = ReadonlyMap<string, readonly Name[]>;

const FIRST = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{Nd}{1,2}(?=月)/gu;

export function* namesIn(text: string, language: string): Iterable<Term> {
  const lexicon = lexiconOf(language);
  // Case tells `us`, `may` and `turkey` from names.
  for (const { 0: first, index } of matches(text, FIRST)) {
    const found = lexicon
      .get(first)
      ?.find(({ name }) => text.startsWith(name, index) && isWhole(text, index + name.length));
    if (found) yield { kind: 'place', key: found.key, start: index, end: index + found.name.length };
  }
}

/** True if no word goes on at an offset. */
function isWhole(text: string, end: number): boolean {
  return !/^[\p{Script=Latin}\p{M}]{2}$/u.test(text.slice(end - 1, end + 1));
}

/** Lexicons by language. Making one takes some milliseconds. There are at most as many as CLDR has languages. */
const lexicons = new Map<string, Lexicon>();

function lexiconOf(language: string): Lexicon {
  const primary = /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? 'en';
  const known = lexicons.get(primary);
  if (known) return known;
  const supported = primary === 'en' || Intl.DisplayNames.supportedLocalesOf(primary).length > 0;
  const made: Lexicon = supported ? makeLexicon(primary) : new Map();
  if (supported) lexicons.set(primary, made);
  return made;
}

function makeLexicon(language: string): Lexicon {
  const lexicon = new Map<string, Name[]>();
  for (const [name, key] of namesOf(language)) {
    const [first] = name.match(FIRST) ?? [];
    if (first === undefined || !name.startsWith(first)) continue;
    const list = lexicon.get(first);
    if (list) list.push({ name, key });
    else lexicon.set(first, [{ name, key }]);
  }
  for (const list of lexicon.values()) list.sort((a, b) => b.name.length - a.name.length);
  return lexicon;
}

type KeyedName = readonly [name: string, key: string];

function* namesOf(language: string): Iterable<KeyedName> {
  yield* language === 'en' ? englishNames() : namesOfIntl(language);
  for (const [key, names] of Object.entries(OTHER_NAMES)) for (const name of names.split('|')) yield [name, `@${key}`];
  for (let month = 1; month <= 12; month++) yield [`${month}月`, `@month${month}`];
}

export function* englishNames(): Iterable<KeyedName> {
  for (const keyed of ENGLISH_NAMES.trim().split(/[|\n]/)) {
    const colon = keyed.indexOf(':');
    yield [keyed.slice(colon + 1), `@${keyed.slice(0, colon)}`];
  }
}

export function* namesOfIntl(language: string): Iterable<KeyedName> {
  const region = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const tongue = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  for (const code of twoLetters()) {
    const name = region.of(code);
    // Codes of former countries (`DD`) bear the name of their heir.
    if (name !== undefined) yield [name, `@${new Intl.Locale(`und-${code}`).region}`];
    // "French" speaks of France more often than of the language.
    const spoken = code.toLowerCase();
    const adjective = MANY_COUNTRIES.has(spoken) ? undefined : tongue.of(spoken);
    if (adjective !== undefined) yield [adjective, `@${new Intl.Locale(spoken).maximize().region}`];
  }
  yield* daysAndMonths(language);
}

function* twoLetters(): Iterable<string> {
  for (let a = 65; a <= 90; a++) for (let b = 65; b <= 90; b++) yield String.fromCharCode(a, b);
}

function* daysAndMonths(language: string): Iterable<KeyedName> {
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  for (let day = 1; day <= 7; day++) {
    const date = Date.UTC(2023, 0, day);
    yield [long.format(date), `@day${day}`];
    // `Sun` and `Mar` are words too; 周日 isn't.
    if (/^\p{Script=Han}{2}/u.test(short.format(date))) yield [short.format(date), `@day${day}`];
  }
  const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) yield [months.format(Date.UTC(2023, month - 1)), `@month${month}`];
}

/** Languages whose name doesn't point to one country. */
const MANY_COUNTRIES: ReadonlySet<string> = new Set(['en', 'ar', 'pt']);

/** Names that CLDR lacks: adjectives, and names in common use. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  US: 'America|American|Americans|US|U.S.|USA|美方|美军',
  GB: 'Britain|British|England|English|UK|U.K.|英格兰',
  EU: 'European Union|EU|欧盟',
  150: 'Europe|European|欧洲',
  AU: 'Australian',
  CA: 'Canadian',
  BR: 'Brazilian',
  MX: 'Mexican',
  AR: 'Argentine|Argentinian',
  CL: 'Chilean',
  IN: 'Indian',
  SA: 'Saudi|沙特',
  CH: 'Swiss',
  AT: 'Austrian',
  BE: 'Belgian',
  EG: 'Egyptian',
  IL: 'Israeli',
  IR: 'Iranian',
  IQ: 'Iraqi',
  SY: 'Syrian',
  KP: 'North Korean|朝鲜',
  TW: '台湾',
  CD: 'Congo|Congolese|刚果',
  ZA: 'South African',
  NG: 'Nigerian',
};
