import { say } from '../../base/say';
import type { TextSpan } from '../../base/text';
import { wordsOfLanguages } from '../../languages';
import { readKeyed } from './keyed';
import { expandRange, type NumberList, readNumberList, skipSpace } from './numbers';
import { superscriptNumber } from './superscripts';
import type { CitationSyntax, ItemSyntax } from './types';

/** The words in brackets where a source is missing, in all languages, as alternatives of a regular expression. */
export const GAPS = wordsOfLanguages(({ gaps }) => gaps).join('|');
const GAP = new RegExp(String.raw`^(?:\?+|${GAPS})$`, 'i');
const OWN = /^own$/i;
/** No bracket of ours is longer than this; a bracket that never closes must not cost a look at the whole block. */
const LONGEST = 600;

/** Reads what starts with `[`. */
export function readBracket(text: string, at: number): CitationSyntax | null {
  // `![…]` is an image, and `#[[@name]]` a tag.
  if (text[at - 1] === '!' || text.startsWith('#[[', at - 1) || text.startsWith('#[[', at - 2)) return null;
  const nested = readNested(text, at);
  if (nested) return nested;
  const close = closingBracket(text, at);
  if (close < 0) return readUnclosed(text, at);
  const span = { start: at, end: close + 1 };
  const inside = text.slice(at + 1, close);
  const trimmed = inside.trim();
  const after = text[close + 1];
  if (OWN.test(trimmed)) return { kind: 'own', span };
  if (GAP.test(trimmed)) return { kind: 'gap', span, reason: say('a source is marked as needed here') };
  if (trimmed === '') return readEmpty(text, at, close);
  if (trimmed[0] === '^') return readFootnote(text, at, close);
  if (inside.includes('@')) return readKeyed(text, at, close);
  if (RAISED.test(trimmed)) return readRaised(span, trimmed);
  const list = readNumberList(text, at + 1, close);
  if (!list) return readOtherNumbers(text, at, close);
  if ('slip' in list) {
    if (after === '(' || after === '[' || isInBold(text, at, close)) return null;
    const { slip, replacement } = list;
    return { kind: 'malformed', span, reason: slip, ...(replacement ? { replacement: `[${replacement}]` } : {}) };
  }
  if (isMatrix(text, at, close, list)) return null;
  if (after === '(') return readInlineSource(text, at, close, close, list);
  return (
    readBracketRange(text, at, close, list) ?? {
      kind: 'citation',
      form: 'numbered',
      span,
      items: list.items,
      range: list.range,
    }
  );
}

const RAISED = /^[⁰¹²³⁴-⁹]{1,3}$/;

/** `[³]`, of a source that has this number by its link, `[³](https://…)`, or in the list. */
function readRaised(span: TextSpan, written: string): CitationSyntax {
  const item = { id: superscriptNumber(written), span: { start: span.start + 1, end: span.end - 1 } };
  return { kind: 'citation', form: 'numbered', span, items: [item], ifDeclared: true };
}

/** True for a mark that is all of a bold text, as converters of PDF write the address of an author: `**Roe** **[1,]**`. */
function isInBold(text: string, at: number, close: number): boolean {
  return text.startsWith('**', at - 2) && text.startsWith('**', close + 1);
}

/** `[1]–[3]`: a range written over two brackets. */
function readBracketRange(text: string, at: number, close: number, list: NumberList): CitationSyntax | null {
  const joint = /^\s?[-–—]\s?\[([0-9]{1,4})\](?![(:[])/.exec(text.slice(close + 1, close + 12));
  const from = list.items[0];
  if (!joint?.[1] || !from || list.items.length !== 1 || from.locator) return null;
  const end = close + 1 + joint[0].length;
  const to = { id: joint[1], span: { start: end - 1 - joint[1].length, end: end - 1 } };
  const items = expandRange(from, to);
  if (!items) return null;
  return { kind: 'citation', form: 'numbered', span: { start: at, end }, items, range: true };
}

/** `[1](https://…)`: a citation that brings its source's URL along. `close` is the bracket before the parenthesis. */
function readInlineSource(
  text: string,
  at: number,
  close: number,
  listEnd: number,
  list: NumberList,
): CitationSyntax | null {
  const target = /^\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\)/.exec(
    text.slice(close + 1, close + 2100),
  );
  const item = list.items[0];
  if (!target?.[1] || !item || list.items.length !== 1 || !isSourceLink(text, at, item.id, target[1])) return null;
  const end = close + 1 + target[0].length;
  const urlStart = close + 1 + target[0].indexOf(target[1]);
  return {
    kind: 'citation',
    form: 'inline-link',
    span: { start: at, end },
    items: list.items,
    url: { value: target[1], span: { start: urlStart, end: urlStart + target[1].length } },
    ...(listEnd === close ? {} : { plain: `[${item.id}]` }),
  };
}

/**
 * True if a link whose words are a number cites a source: it has three digits at most and leads to a URL or a DOI. A place of
 * the same page, a file beside it, and the number of a standard or a ticket (`RFC 822`) aren't sources.
 */
function isSourceLink(text: string, at: number, id: string, target: string): boolean {
  if (id.length > 3 || !/^[a-z][a-z\d+.-]*:|^www\.|^10\.\d{4,9}\//i.test(target)) return false;
  return !/(?:\b(?:Figs?\.?|Figures?|Tables?|Eqs?\.?|Equations?|Sections?|Chapters?|RFCs?|ISO|IEC|IEEE|PEP|BIP|EIP|ERC|PR|MR|[Ii]ssues?|[Pp]ull [Rr]equests?)[ \u00a0-]?|#)$/.test(
    text.slice(Math.max(0, at - 20), at),
  );
}

/** A sign of a formula in brackets of its own, as such converters write it: `[+]`, `_[−]_`, `[)]`. */
const RAISED_SIGN = /\[[\s(]*(?:[+−∼≈×÷=·)/]|\()[\s)]*\]/;
const NEAR = 40;

/** True between two parts of a formula, as converters of PDF write its raised numbers: `_v_ [2] _k_`. */
function isInFormula(text: string, at: number, close: number): boolean {
  const isBehind = /(?<![\p{L}\p{N}])([_*])\[?\s?.{1,2}\]?\1 $/u.test(text.slice(Math.max(0, at - 9), at));
  if (isBehind && /^ ?(?:[_~[]|\d)/.test(text.slice(close + 1, close + 3))) return true;
  if (
    isFraction(text) ||
    (/\( ([_*]).{1,2}\1 \) $/.test(text.slice(Math.max(0, at - 10), at)) &&
      /^\s*(?:[-+*/=−]|$)/.test(text.slice(close + 1, close + 5)))
  )
    return true;
  return (
    /=\s?~{0,2}$/.test(text.slice(Math.max(0, at - 4), at)) ||
    RAISED_SIGN.test(text.slice(Math.max(0, at - NEAR), at)) ||
    RAISED_SIGN.test(text.slice(close + 1, close + 1 + NEAR))
  );
}

/** The longest line that may be the numbers of a fraction, in UTF-16 units. */
const LONGEST_FRACTION = 40;

/** True for a line of numbers that begins with one in brackets and has it there again, as a fraction becomes: `[1] 1 [1]`. */
function isFraction(text: string): boolean {
  if (text.length > LONGEST_FRACTION || !/^\s*\[[\s\d[\]]+$/.test(text)) return false;
  const marks = text.match(/\[\d+\]/g) ?? [];
  return new Set(marks).size < marks.length;
}

/** A vector, a row of a matrix, an interval, a list of a program: `[1, 1]ᵀ`, `[[16,6,4]]`, `[0, 1]`, `"rows": [1, 2]`. */
function isMatrix(text: string, at: number, close: number, { items, range }: NumberList): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/^(?:[ᵀᴴ⊤†]|\^[\\{(]*[TH])/u.test(text.slice(close + 1, close + 5))) return true;
  if (isInFormula(text, at, close)) return true;
  if (items.length === 1 || range) return false;
  if (items.length === 2 && items[0]?.id === '0') return true;
  if (/\[$/.test(before) || (text[close + 1] === ']' && text[close + 2] !== '(')) return true;
  if (/["'`]\s?:\s?$|=\s?$|[\w×]\($/.test(before)) return true;
  const ids = new Set(items.map(({ id, locator }) => `${id} ${locator ?? ''}`));
  return ids.size < items.length && (ids.size === 1 || !/\s/.test(text.slice(at + 1, close)));
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** `S1`; `1b`, an entry of the second list that counts from 1. */
const CODE = /[A-Z][A-Za-z]{0,5}-?[0-9]{1,3}|[0-9]{1,3}[b-z](?![A-Za-z0-9])/y;
const PAGES = /^\s*([0-9]{1,4})\s*:\s*((?:pp?\.|S\.)?\s*[0-9]+\s?[-–—]\s?[0-9]+|(?:pp?\.|S\.)\s*[0-9]+f{0,2})\s*$/;

/** `[①]`, `[S1, S4]`, `[1: 34-35]`, `[^1^]`: citations where the sources are listed so. */
function readOtherNumbers(text: string, at: number, close: number): CitationSyntax | null {
  const after = text[close + 1];
  if (after === '(' || after === '[' || after === ':') return null;
  const span = { start: at, end: close + 1 };
  const cited = (items: readonly ItemSyntax[]): CitationSyntax => ({
    ...{ kind: 'citation', form: 'numbered', span, items, ifDeclared: true },
  });
  const inside = text.slice(at + 1, close);
  const pages = PAGES.exec(inside);
  if (pages?.[1] && pages[2]) {
    const start = at + 1 + inside.indexOf(pages[1]);
    return cited([{ id: pages[1], span: { start, end: start + pages[1].length }, locator: pages[2].trim() }]);
  }
  const items: ItemSyntax[] = [];
  for (let from = at + 1; from < close; ) {
    const start = skipSpace(text, from, close);
    const circled = CIRCLED.indexOf(text[start] ?? ' ') + 1;
    CODE.lastIndex = start;
    const id = circled > 0 ? String(circled) : CODE.exec(text)?.[0];
    if (id === undefined) return null;
    const end = start + (circled > 0 ? 1 : id.length);
    items.push({ id, span: { start, end } });
    from = skipSpace(text, end, close);
    if (from < close && !/[,，、;；]/.test(text[from] ?? '') && circled === 0) return null;
    if (from < close && /[,，、;；]/.test(text[from] ?? '')) from++;
  }
  return items.length > 0 ? cited(items) : null;
}

/** `[[1]](https://…)`, which some assistants write. */
function readNested(text: string, at: number): CitationSyntax | null {
  if (text[at + 1] !== '[') return null;
  const match = /^\[\[([0-9]{1,4})\]\]/.exec(text.slice(at, at + 10));
  if (!match?.[1]) return readNestedList(text, at);
  const close = at + match[0].length - 1;
  const item: ItemSyntax = { id: match[1], span: { start: at + 2, end: at + 2 + match[1].length } };
  const list = { items: [item], range: false };
  if (text[close + 1] === '(') return readInlineSource(text, at, close, close - 1, list);
  if (text[at - 1] === '[') return null;
  return {
    kind: 'citation',
    form: 'numbered',
    span: { start: at, end: close + 1 },
    items: list.items,
    // Programs for notes link pages so: `[[1]]`.
    ifDeclared: true,
    plain: `[${item.id}]`,
  };
}

/** `[[6,41]]`: several numbers, which may as well be a row of a matrix. */
function readNestedList(text: string, at: number): CitationSyntax | null {
  const inside = /^\[\[([0-9]{1,3}(?:,\s?[0-9]{1,3}){1,9})\]\](?![\]({[:])/.exec(text.slice(at, at + 60))?.[1];
  if (inside === undefined || /[[=:"'`(×]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  const list = readNumberList(text, at + 2, at + 2 + inside.length);
  if (!list || 'slip' in list) return null;
  // Numbers of a code or a matrix rise by chance only.
  if (list.items.some(({ id }, i) => Number(id) <= Number(list.items[i - 1]?.id ?? 0))) return null;
  const span = { start: at, end: at + inside.length + 4 };
  return { kind: 'citation', form: 'numbered', span, items: list.items, ifDeclared: true, plain: `[${inside}]` };
}

function readFootnote(text: string, at: number, close: number): CitationSyntax | null {
  const label = text.slice(at + 2, close);
  const inCarets = /^([0-9]{1,3})\^$/.exec(label)?.[1];
  if (inCarets && text[at + 1] === '^') {
    const items = [{ id: inCarets, span: { start: at + 2, end: close - 1 } }];
    return { kind: 'citation', form: 'numbered', span: { start: at, end: close + 1 }, items, ifDeclared: true };
  }
  if (label === '' || /[\s[\]^]/.test(label) || text[at + 1] !== '^') return null;
  return {
    kind: 'citation',
    form: 'footnote',
    span: { start: at, end: close + 1 },
    items: [{ id: `^${label}`, span: { start: at + 1, end: close } }],
  };
}

/** `[]` on its own was meant to hold something; `x[]`, `[](…)` and `[]{…}` are other things. */
function readEmpty(text: string, at: number, close: number): CitationSyntax | null {
  const before = text[at - 1] ?? ' ';
  const after = text[close + 1] ?? ' ';
  if (/[\w\])]/.test(before) || /[([:{\w]/.test(after) || close - at > 2) return null;
  // A list of a program, and a box to be ticked: `times = []`, `[ ] @roe`.
  if (/[=,(]\s?$/.test(text.slice(Math.max(0, at - 2), at)) || /^\[ \][ \t]+\S/.test(text.slice(at, at + 6)))
    return null;
  // All of a cell or an item: an empty list, or a box.
  if (text.length < 9 && text.trim() === text.slice(at, close + 1)) return null;
  return { kind: 'malformed', span: { start: at, end: close + 1 }, reason: say('the brackets are empty') };
}

/** `[1` that nothing closes, at the end of a sentence, a line or before the next bracket. */
function readUnclosed(text: string, at: number): CitationSyntax | null {
  const match = /^\[(\s*[0-9]{1,4}(?:\s?[,，]\s?[0-9]{1,4})*)(?=\s*(?:$|\n|\[)|[.。;；,，](?:\s|$))/.exec(
    text.slice(at, at + 60),
  );
  if (!match?.[1]) return null;
  return {
    kind: 'malformed',
    span: { start: at, end: at + match[0].length },
    reason: say('the bracket is not closed'),
    replacement: `[${match[1].trim()}]`,
  };
}

/** The bracket that closes the one at `at`, or -1 where another opens first or none comes. */
function closingBracket(text: string, at: number): number {
  const end = Math.min(text.length, at + LONGEST);
  for (let i = skipSpace(text, at + 1, end); i < end; i++) {
    const c = text[i];
    if (c === ']') return i;
    if (c === '\\') i++;
    else if (c === '[' || c === '`') return -1;
  }
  return -1;
}
