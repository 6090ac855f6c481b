import type { TextSpan } from '../../base/text';
import { ofLanguages, wordsOfLanguages } from '../../languages';
import type { Abbreviations } from '../../languages/language';
import { GAPS } from '../citations/brackets';
import { withoutHidden } from '../inline/htmlTags';
import { plainSentences } from './plainSentences';

/**
 * Cuts running text into sentences. The citations, notes and comments that follow a full stop belong to the sentence
 * before it: `… rose. [3] Next …` is cut after `[3]`. A line break does not end a sentence, an empty line does.
 *
 * @param text Markdown of one paragraph or item, verbatim.
 * @param language a BCP 47 tag; English rules for an unknown one.
 * @returns in order, without white space at their ends. Together they hold all that is not white space.
 */
export function splitSentences(text: string, language: string): TextSpan[] {
  const whole = trimmed(text, { start: 0, end: text.length });
  if (!whole) return [];
  // Most items are one sentence, and need no masking.
  if (!mayHoldMore(text, whole)) return [whole];
  const primary = primaryOf(language);
  const sentences: TextSpan[] = [];
  for (const span of segment(mask(text, primary), primary)) {
    const sentence = trimmed(text, span);
    const last = sentences.at(-1);
    if (!sentence) continue;
    // A part without letters and digits (a lone quote, a dash) is not a sentence.
    if (last && !WORD.test(text.slice(sentence.start, sentence.end))) {
      sentences[sentences.length - 1] = { start: last.start, end: sentence.end };
    } else {
      sentences.push(sentence);
    }
  }
  return sentences;
}

const WORD = /[\p{L}\p{N}]/u;

/** True if something follows the first mark that could end a sentence, ellipses included. */
function mayHoldMore(text: string, whole: TextSpan): boolean {
  const end = text.slice(whole.start, whole.end).search(/[\p{Sentence_Terminal}…]|(?:\r(?!\n)|\n)[^\S\r\n]*[\r\n]/u);
  return end >= 0 && whole.start + end + 1 < whole.end;
}

function trimmed(text: string, span: TextSpan): TextSpan | null {
  const { start, end } = span;
  if (start < end && !SPACE.test(text.charAt(start)) && !SPACE.test(text.charAt(end - 1))) return span;
  const lead = text.slice(start, end).search(/\S/);
  if (lead < 0) return null;
  return { start: start + lead, end: start + text.slice(start, end).trimEnd().length };
}

const SPACE = /\s/;

// ── What ICU does not know ──────────────────────────────────────────────────────────────────────────────────

const URL = String.raw`(?:https?:\/\/|www\.)[^\s<>()[\]（）。，]*[^\s<>()[\]（）。，.,;:!?'"*_]`;
const LINK = String.raw`!?\[[^[\]\n]{1,400}\](?:\([^()\s]*(?:\s"[^"\n]*")?\))?`;
/** Code, links, brackets, tags, and addresses: no sentence ends inside. */
const PROTECTED = new RegExp(String.raw`\`[^\`\n]+\`|${LINK}|<[^<>\n]{1,400}>|${URL}|\{\{[^{}\n]+\}\}`, 'g');

/** Citations, notes and comments that may follow a full stop and belong to the sentence before it. */
const AFTERWORD = [
  String.raw`\[(?:(?:[\d^@?]|[^[\]@\n]{1,60}\s@)[^[\]\n]{0,200}|own|${GAPS})\](?:\([^()\s]*\))?`,
  String.raw`\[\[\d+\]\]\([^()\s]*\)|[【［]\d[^【】［］\n]{0,60}[】］]`,
  // The bare number of a source, glued to the mark: `… rose.36 Next …`.
  String.raw`(?<=[^\s\d][.!?。！？]["”’'」』）)]?)\d{1,3}(?:,\d{1,3})*(?=\s+[*_"“(\[]*\p{Lu}|\s*$)`,
  String.raw`[¹²³⁴-⁹⁰]+|<sup>[^<>]{1,60}<\/sup>|<!--[^<>]{0,400}-->`,
  String.raw`\((?:Sources?|Quellen?|Fuentes?):[^()\n]{1,200}\)|（(?:来源|來源|资料来源|数据来源|出典)[：:][^（）\n]{1,200}）`,
].join('|');

/** The mark that ends a sentence, the quotes and emphasis that it closes, and its afterwords. */
const ENDING = new RegExp(
  String.raw`[.!?。！？…][.!?。！？…]*(\s?»|["”’'」』）)]*)([*_~]{1,3}(?![\p{L}\p{N}]))?(["”’」』）)]*)((?: *(?:${AFTERWORD})(?:[,，、–-] ?(?=\[))?)*)`,
  'gu',
);

/**
 * Masks what misleads ICU, and keeps the length of the text. A full stop that ends nothing becomes a letter, and a full stop
 * before a citation is moved behind it. (ICU follows Unicode Standard Annex 29.)
 */
function mask(text: string, language: string): string {
  // No sentence ends in what is hidden.
  let masked = withoutHidden(text, lettersFor)
    // A line break would end a sentence.
    .replace(/(?:\r\n?|\n)(?![^\S\r\n]*[\r\n])|\t/g, (all) => ' '.repeat(all.length))
    .replace(ABBREVIATION, lettersFor)
    .replace(ENUMERATOR, lettersFor);
  if (ORDINAL_LANGUAGES.has(language)) masked = masked.replace(ORDINAL, lettersFor);
  return (
    masked
      .replace(
        ENDING,
        (all, closing: string, emphasis: string | undefined, _quotes: string, after: string, at: number) =>
          endingOf(all, closing, emphasis ?? '', after, masked.slice(at + all.length, at + all.length + 3)),
      )
      .replace(PROTECTED, lettersFor)
      // A sentence may start with a number, an `iPhone`, or, in CJK, a quotation that ICU takes for a closing one.
      .replace(
        /([.!?…]["”’)]?\s{1,20})(\p{N}|[a-z]{1,2}(?=\p{Lu}))/gu,
        (_, ending: string, start: string) => ending + lettersFor(start),
      )
      .replace(/(?<=[。！？!?…][”’」』）)]?)[「『“‘（《【〈](?=.)/gu, lettersFor)
  );
}

function endingOf(all: string, closing: string, emphasis: string, after: string, next: string): string {
  // `"Will it rise?" he asked.`, `“会涨吗？”他问。` and `「上がる。」と言った。` go on; `[3] reports …` starts the next.
  if (closing && /^(?:,|\s?\p{Ll}|[とはがをにのもで]|[他她][们們]?[说說问問道答])/u.test(next)) return lettersFor(all);
  if (after && /^\s?\p{Ll}/u.test(next)) return all;
  if (after || emphasis || closing.includes('»')) return `${lettersFor(all.slice(1))}!`;
  // An ellipsis before a space ends a sentence where a capital follows, as three full stops do.
  return all.startsWith('…') && /^\s/.test(next) ? all.replaceAll('…', '.') : all;
}

function lettersFor(text: string): string {
  return 'X'.repeat(text.length);
}

// ── ICU ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** V8 takes time that grows with the square of the text, so it gets windows: 145 ms for 40 KB become 3. */
const WINDOW = 1000;

function segment(text: string, primary: string): Iterable<TextSpan> {
  // In Greek a semicolon is a question mark.
  const plain = primary === 'el' ? null : plainSentences(text);
  return plain ?? segmentByIcu(text, segmenterFor(primary));
}

function* segmentByIcu(text: string, segmenter: Intl.Segmenter): Generator<TextSpan> {
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const end = Math.min(text.length, start + size);
    const from = start;
    for (const { index, segment } of segmenter.segment(text.slice(from, end))) {
      const next = from + index + segment.length;
      // The last one of a window may go on.
      if (next === end && end < text.length) break;
      yield { start: from + index, end: next };
      start = next;
    }
    size = start === from ? size * 2 : WINDOW;
  }
}

/** Segmenters by language. Making one takes longer than cutting a paragraph. There are at most as many as ICU has languages. */
const segmenters = new Map<string, Intl.Segmenter>();

/** Returns the segmenter of a language, or the English one if ICU doesn't know the language. */
function segmenterFor(primary: string): Intl.Segmenter {
  const known = segmenters.get(primary);
  if (known) return known;
  const supported = Intl.Segmenter.supportedLocalesOf(primary).length > 0;
  const created = supported ? new Intl.Segmenter(primary, { granularity: 'sentence' }) : segmenterFor('en');
  if (supported) segmenters.set(primary, created);
  return created;
}

/** The language of a tag without script and region. */
function primaryOf(language: string): string {
  return /^[a-z]{2,3}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? 'en';
}

const either = (list: keyof Abbreviations) => wordsOfLanguages(({ abbreviations }) => abbreviations?.[list]).join('|');
const STARTERS = either('sentenceStarts');

/** An abbreviation with its full stop, where it ends no sentence. */
const ABBREVIATION = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:(?:${either('beforeWord')})\\.(?=\\s*[\\p{L}\\p{N}(\\[$€£¥~])|(?:${either('beforeNumber')})\\.(?=\\s*[\\p{N}§$€£¥~]))`,
    // `U.S.占12%`
    '(?<![\\p{Script=Latin}\\p{N}])(?:\\p{Lu}\\.){1,4}\\p{Lu}\\.(?=\\p{Script=Han})',
    `(?<![\\p{L}\\p{N}])(?:${either('beforeEither')}|(?:\\p{L}\\.){0,4}\\p{Lu})\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))\\p{Lu})`,
  ].join('|'),
  'gu',
);

/** The number of a text or a bold name, which no list has: `**2\\. Roe**`, `1\\. Output rose`. */
const ENUMERATOR = /(?<=^\s{0,3}[*_]{0,3}|(?<![\p{L}\p{N}])[*_]{2,3})\p{N}{1,3}\\?\.(?=[ \t]+[\p{L}\p{N}])/gmu;

/** The full stop of an ordinal, in languages that write one so: `am 3. Mai`, `das 19. Jahrhundert`, `3. 5. 2023`. */
const ORDINAL = new RegExp(
  `(?<![\\p{L}\\p{N}.,])\\p{N}{1,2}\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))(?:\\p{L}|\\p{N}{1,2}\\.|\\p{N}{4}))`,
  'gu',
);
const ORDINAL_LANGUAGES: ReadonlySet<string> = new Set(
  ofLanguages(({ tag, ordinalsEndInStop }) => (ordinalsEndInStop ? tag : undefined)),
);
