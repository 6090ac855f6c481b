/**
 * Numbers of sources without brackets, as exports of research reports have them: `interventions.36 Various`,
 * `"of space".20`, `狀態 3。`. Each is a citation only if the brief declares all of its numbers.
 */
import { once } from '../../base/once';
import { ofLanguages, wordsOfLanguages } from '../../languages';
import { readNumberList } from './numbers';
import type { CitationSyntax } from './types';

type Bare = NonNullable<Extract<CitationSyntax, { kind: 'citation' }>['bare']>;

/** At most 31 numbers, so that no long list is read again from each of its numbers. */
const NUMBERS = /[0-9]{1,3}(?:,[0-9]{1,3}){0,30}/y;
/** The most characters that are read before and after a number. */
const FARTHEST = 40;
/** The most characters of a cell or a line that are read before a number at its end. */
const LONGEST_CELL = 300;

/** Words that a full stop shortens and that a number follows, as in `No.5` and `Fig.3`. */
const ABBREVIATION =
  /^(?:no|nos|nr|nrn|num|núm|fig|figs|abb|tab|tbl|eq|eqs|gl|vol|vols|bd|pp?|pg|pag|pág|ss?|sec|sect|sek|ch|chap|kap|cap|art|arts|abs|ver|vers|rev|pt|pts|part|ex|app|anh|ref|refs|op|cf|ca|approx|min|max|avg|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|ed|aufl|al|hr|hrs|st|mt|lt|col|para|lit|ziff|rn|rz|bl|fn|rs|usd|eur|mrs|prof|inc|ltd|gen|sen|gov|hon|capt)$/iu;

/** The start of the next sentence: a capital, a letter without case or a number, with opening marks before it. */
const NEXT_SENTENCE = /^\s+[*_~"'“‘«„([「『【（—–-]*(?:\p{Lu}|\p{Lo}|\p{N}|\p{Ll}{1,2}\p{Lu})/u;
const NOTHING_MORE = /^[*_~"”’»)\]）」』】|[]*(?:\s*$|\s*\n|\|)/;
const CLOSING = /["”’»」』]/;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words of Chinese and Japanese whose number is their own: `第 3`, `方案 2`. */
const NUMBERED_WORD =
  /(?:第|[超越][过過]|[只没沒]有|接近|突破|不足|[於于僅仅逾达達]|约|約|共|计|計|为|為|是|到|至|达|達|年|月|级|級|型|代|期|[和与與或及跟、图圖章节節卷页頁条條款项項]|(?<!代)表|步[骤驟]|[阶階]段|方案|附[录錄]|[选選][项項]|案例|情境|假[设設]|公式|目[标標]|任[务務]|[问問][题題]|シーン|ステップ|フェーズ|レベル|ケース|バージョン)$/u;

/** Words in brackets that may be the unit of a number behind them: `產量（百萬公噸） 3`. */
const UNIT =
  /^(?:[單单]位.*|[\p{Script=Han}\p{N}]{0,5}[元圓圆人次件個个輛辆台座家所名戶户吨噸米尺克升度年月日天时時秒分鐘钟歲岁倍位成里頃顷斤比])$/u;
/** A remark: four letters or digits with a character of Han, or two Latin words. A single word may be a unit: `（TFLOPS） 3`. */
const WORDS = /^(?=.*\p{Script=Han})(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){4}|^\p{Lu}\p{Ll}+[ ,，]+\p{L}/u;

/**
 * Tells from the one or two characters before a number whether it can be a source's number without brackets. It runs at every
 * digit of a text.
 */
export function canStartGlued(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 32) return at > 1 && (text.length - at <= 3 || endsBeforeSpace(text.charCodeAt(at - 2)));
  return before < 48 ? GLUE[before] === 1 : before > 127 && GLUE_BEYOND.has(before);
}

const GLUE = new Uint8Array(48);
for (const sign of '.,!?")') GLUE[sign.charCodeAt(0)] = 1;
const GLUE_BEYOND = new Set([...'。！？”’»」』）…'].map((sign) => sign.charCodeAt(0)));

/** True for the code of a small letter or a CJK character, or of one that closes a quotation or a bracket. */
function endsBeforeSpace(code: number): boolean {
  return (
    code === 34 ||
    code === 41 ||
    code === 42 ||
    code === 93 ||
    code === 95 ||
    (code > 96 && code < 123) ||
    (code > 127 && (code >= 0x2e80 || (code > 0xde && code < 0x250) || GLUE_BEYOND.has(code)))
  );
}

/** Reads the numbers that start at `at`, a digit for which `canStartGlued` holds. */
export function readGlued(text: string, at: number): CitationSyntax | null {
  if (!canStartGlued(text, at)) return null;
  NUMBERS.lastIndex = at;
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  const after = text.slice(end, end + FARTHEST);
  const before = text.slice(Math.max(0, at - FARTHEST), at);
  if (/^(?:[\p{L}\p{M}\d%‰°€$£¥/\\=<>^_]|:[^\s*_]|[-–—−+×.,]\d)/u.test(after) && !CJK.test(after[0] ?? '')) return null;
  const isApart = before.endsWith(' ');
  const bare = isApart
    ? behindSpace(before.slice(0, -1), after, text.slice(Math.max(0, at - LONGEST_CELL), at - 1))
    : isBehindMark(before, after)
      ? 'glued'
      : isBehindFormula(before, after)
        ? 'apart'
        : null;
  if (bare === null) return null;
  const list = readNumberList(text, at, end);
  if (!list || 'slip' in list || list.items.some(({ id }) => id.startsWith('0'))) return null;
  return {
    ...{ kind: 'citation', form: 'superscript', span: { start: at, end }, items: list.items, ifDeclared: true, bare },
    ...(isApart || bare === 'apart' ? { ifNoBrackets: true } : {}),
  };
}

/** `interventions.36 Various`, `space".20`, `of models,14 and`, `time."20 The`. */
function isBehindMark(before: string, after: string): boolean {
  const mark = before.at(-1) ?? '';
  const word = before.slice(0, -1);
  const last = word.at(-1) ?? '';
  const ends = NOTHING_MORE.test(after) || NEXT_SENTENCE.test(after);
  if (CLOSING.test(mark)) return /[\p{L}.,!?。！？，%)]/u.test(last) && (ends || /^[\s,.;:!?，。；：！？]/.test(after));
  if (mark === ')' || mark === '）') return isRemark(word) && (ends || /^[\s,.;:!?，。；：！？]/.test(after));
  // `NOTIFY done;.41`, `.agents/rules/.27`
  if (mark === '.' && /[;/]/.test(last)) return ends && /[\p{L}\p{N}'")].$/u.test(word);
  // `in 2026\.11`: Markdown that a program wrote has such a mark behind a number that ends a sentence.
  if (mark === '.' && last === '\\') return ends && /[\p{L}\p{M}\d%)]\\$/u.test(word);
  if (!/[\p{L}\p{M}%)\]）】*_?!"”’»」』]/u.test(last)) return false;
  // A sentence of Chinese and Japanese may begin with a number: `。4 個`.
  if (mark > '\u2e80') return NOTHING_MORE.test(after);
  if (mark === ',')
    return (
      /\p{L}{3}$/u.test(word) && !CJK.test(last) && !isAbbreviated(word) && CLAUSE.test(after) && !isCounted(after)
    );
  return ends && !(mark === '.' && (isAbbreviated(word) || isName(word)));
}

/** `is defined as .33`: a formula before the full stop was left out. A fraction at such a place has a stop behind it. */
function isBehindFormula(before: string, after: string): boolean {
  return /(?:\p{Ll}{2}|:) \.$/u.test(before) && (NOTHING_MORE.test(after) || NEXT_SENTENCE.test(after));
}

/** Tells the kind of a number behind a space; null if it cites nothing. */
function behindSpace(before: string, after: string, text: string): Bare | null {
  if (isBehindSpace(before, after)) return 'glued';
  if (isInClause(before, after) || isAtEnd(text, after)) return 'apart';
  return after.trim() === '' && isWhole(text) ? 'cell' : null;
}

/** True if a cell says what it says without the number at its end: `$20`, `98 MB`, `about 10-20 s`, `速度較快`. */
function isWhole(cell: string): boolean {
  const last = /\S+$/u.exec(cell)?.[0] ?? '';
  if (CJK.test(last.at(-1) ?? ''))
    return !NUMBERED_WORD.test(cell) && (/\d/.test(cell) || [...cell].filter((sign) => CJK.test(sign)).length > 2);
  if (/^\p{L}+$/u.test(last) && (last.length < 2 || belongsToNumber(last.toLowerCase()))) return false;
  return /[\p{L}$€£¥₹%]/u.test(last) && /[\p{L}\d%+)]\*{0,2}$/u.test(last) && /\d/.test(cell);
}

const withoutNumber = (cell: string) => cell.replace(/\s+\d+$/, '');

/**
 * True if at least half of the cells of a column, and two, end with numbers of sources. One that ends with a number which the
 * words before it have in other cells, too, counts: `Phase 1`, `Phase 2`.
 *
 * @param cells the texts of the cells, without the head
 */
export function isCitedColumn(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell));
  const cited = said.filter((cell) => / [1-9]\d{0,2}$/.test(cell) && isWhole(withoutNumber(cell)));
  const counts = new Set(cited.map(withoutNumber)).size < new Set(cited).size;
  return cited.length >= 2 && cited.length * 2 >= said.length && !counts;
}

/** `in many ways 13, sometimes`, `near cities 10; the`, `(such as the moles of old harbours 10)` */
function isInClause(before: string, after: string): boolean {
  if (after.startsWith(')')) return isBehindNoun(before) && WORDS_IN_BRACKETS.test(before);
  return /^[,;]\s+\p{Ll}/u.test(after) && isBehindNoun(before) && !isCountedBehind(after);
}

/** Three words and more since a bracket opened, without another number. */
const WORDS_IN_BRACKETS = /(?:^|[(])(?:[^()\d]*[^()\d\s] ){2,}[^()\d\s]+$/;

/** The end of a cell or of a line of words: `| Less rain, warmer winters 48 |`, `| **The old gauge** 15 |`, `| Loss (in transit) 6 |` */
function isAtEnd(text: string, after: string): boolean {
  if (!/^\s*(?:$|\||\n)/.test(after)) return false;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const phrase = line.slice(line.lastIndexOf('|') + 1).trim();
  const words = phrase.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (/[\p{L})]\*\*$/u.test(phrase)) return words > 1 && phrase.length < FARTHEST * 2;
  if (phrase.endsWith(')')) return words > 1 && isRemark(phrase.slice(0, -1));
  return words > 2 && isBehindNoun(phrase);
}

/** True behind a small word that no number belongs to: not behind `about`, `until`, `reached` or `type`. */
function isBehindNoun(before: string): boolean {
  const word = /(?<!\p{L})\p{Ll}{4,}$/u.exec(before)?.[0];
  return word !== undefined && !belongsToNumber(word);
}

/** True for a word in small letters that counts or introduces what follows. */
function belongsToNumber(word: string): boolean {
  const { words, patterns } = beforeNumbers();
  return numberingWords().has(word) || NUMBERED.test(word) || words.has(word) || patterns.test(word);
}

/** Words of European languages whose number is their own: `type 2`, `étape 3`. */
const NUMBERED =
  /^(?:types?|phases?|stages?|levels?|steps?|versions?|grades?|classe?s?|tiers?|options?|categor(?:y|ies)|groups?|days?|weeks?|months?|years?|pages?|lines?|figures?|tables?|numbers?|rules?|items?|points?|questions?|scenarios?|rounds?|waves?|generations?|layers?|modes?|cases?|models?|scores?|ranks?|volumes?|issues?|articles?|annex|goals?|tasks?|tests?|ages?|sizes?|windows?|ports?|étapes?|niveaux?|chapitres?|tableaux?|articles?|jours?|mois|années?|etapas?|niveles|nivel|níve(?:l|is)|pasos?|passos?|fases?|tipos?|capítulos?|figuras?|tablas?|tabelas?|días?|dias|meses|años?|anos|páginas?|livello|tappa|capitolo|tabella|giorni|pagina)$/u;

/** Words right before a number that is an amount: `about`, `until`, `reached`. */
const beforeNumbers = once(() => {
  const words = new Set(ofLanguages(({ commonWords }) => commonWords).flatMap((list) => list.split(' ')));
  for (const hedges of ofLanguages((language) => language.hedges))
    for (const phrases of Object.values(hedges))
      for (const phrase of phrases.split('|')) words.add(phrase.split(' ').at(-1) ?? '');
  const lists = ofLanguages(({ frames }) => [frames?.is, frames?.empty].filter((list) => list !== undefined));
  return { words, patterns: new RegExp(`^(?:${lists.flat().join('|')})$`, 'iu') };
});

/** `狀態 3。`, `“Where to?” 3.`, `**It rose.** 3`, `these laws 3:` */
function isBehindSpace(before: string, after: string): boolean {
  const last = before.at(-1) ?? '';
  if (/[.!?]["”]?[*_]{1,3}$/.test(before)) return NOTHING_MORE.test(after) || NEXT_SENTENCE.test(after);
  if (LEADS_ON.test(after))
    return /\p{Ll}{4}(?:[*_]{1,2}\))?$/u.test(before) && !CJK.test(last) && !isNumberedHere(before);
  if (CJK.test(last)) return !NUMBERED_WORD.test(before) && /^[，。；：！？]|^[,.;:!?](?:\s|$)/.test(after);
  if (last === ')' || last === '）') {
    if (!isRemark(before.slice(0, -1)) && !isRemarkBehindHan(before.slice(0, -1))) return false;
  } else if (!/[\p{L}.,!?。！？，]["”’»」』]$/u.test(before)) return false;
  return /^[，。；！？]|^[,.;!?)](?:\s|$)|^\)[,.;]/.test(after);
}

/** The end of a text that leads into a list or a picture. */
const LEADS_ON = /^[ \u00a0]?:[*_]*\s*(?:$|\n|!\[)/;

/** True if the last word numbers things, as in `the chapter 3:`, or the text has few words, as a heading does. */
function isNumberedHere(before: string): boolean {
  const words = before.trim().split(/\s+/);
  return words.length < 4 || numberingWords().has(words.at(-1)?.toLowerCase() ?? '');
}

const numberingWords = once(() => new Set(wordsOfLanguages(({ headings }) => headings?.parts)));

const CLAUSE = /^\s+\p{L}/u;

/** True if the words behind a comma go on counting: `3, and 4 more`. */
function isCountedBehind(after: string): boolean {
  return /^,\s+\p{L}+\s+\d/u.test(after);
}

/** True if the next word is one that the digits before it count: `13 million`. */
function isCounted(after: string): boolean {
  const word = /^\s+(\p{L}+)/u.exec(after)?.[1];
  return word !== undefined && scaleWords().has(word.toLowerCase());
}

const scaleWords = once(
  () => new Set(ofLanguages(({ scales }) => scales).flatMap((all) => all.flatMap(([, words]) => words.split(' ')))),
);

/** True if a text ends with a name of at most four words, which is alone in its line, its cell or its bold words: `**Volkswagen ID`. */
function isName(before: string): boolean {
  const alone = /(?:^|[\n|]|\*\*)[ \t]*(?:[-*+]\s+|#+\s+|\d+\.\s+)?([^\n|*]*)$/.exec(before)?.[1] ?? '';
  return alone.length < FARTHEST - 1 && /^(?:[\p{Lu}\d][^\s.,;:]*\s+){1,3}\p{Lu}{2,}$/u.test(alone);
}

/** Words in brackets, rather than the argument of a function or the number of an item. */
function isRemark(before: string): boolean {
  const inside = /(?<=^|[\s*_"“（(])[(（]([^()（）]*)$/.exec(before)?.[1];
  return inside === undefined ? !/[(（]/.test(before) && /\p{L}{3}[.”"]?$/u.test(before) : /\p{L}{2}/u.test(inside);
}

/**
 * True if a text ends with a remark in full-width brackets right behind a word of Chinese or Japanese.
 *
 * @param before without the closing bracket: `窯爐（2019年起`
 */
function isRemarkBehindHan(before: string): boolean {
  const [, word = '', inside = ''] = /^(.*)（([^()（）]*)$/su.exec(before) ?? [];
  if (!CJK.test(word.at(-1) ?? '') || NUMBERED_WORD.test(word)) return false;
  return WORDS.test(inside) && !UNIT.test(inside);
}

/** True if a full stop behind a text may belong to its last word, or to a name such as `node.js`. */
function isAbbreviated(before: string): boolean {
  const match = /([^\s([（「“"]*?)(\p{L}+)$/u.exec(before);
  if (!match) return false;
  const [, lead = '', word = ''] = match;
  if (CJK.test(word.at(-1) ?? '')) return false;
  // `I/O`, `function-g`, `Texture2D`: one letter that is joined to more.
  if (word.length === 1 && /^\p{L}+(?:[/-]|\d)$/u.test(lead)) return false;
  if (word.length === 1) return !/\p{Lu}\.$/u.test(lead) || !/\p{Lu}/u.test(word);
  // `Dr.1`
  if (ABBREVIATION.test(word) || /^\p{Lu}\p{Ll}$/u.test(word)) return true;
  return /[.@\\]$|[_=]/.test(lead) || (lead.includes('/') && !/^\p{L}+\/$/u.test(lead));
}
