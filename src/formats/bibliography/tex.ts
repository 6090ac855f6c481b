/**
 * Turns the TeX of bibliographies into plain text. Nearly all of it is braces, accents and a few signs, which are read here.
 * The rest is left to a parser that knows thousands of commands. It takes a thousand times as long, so there is a limit to it.
 */
import { parse } from '@retorquere/bibtex-parser';

export interface TexReader {
  /** Returns TeX as plain text. Text that isn't read is returned without its braces. */
  read(tex: string): string;
  /** Returns the first text that wasn't read as there were too many, or an empty list. */
  left(): readonly string[];
}

/** Longest text for the parser, in UTF-16 units. A longer one isn't a title or a name. */
const LONGEST = 1000;
/** Most text for the parser in total, in UTF-16 units. */
const MOST = 30_000;

/** Accents by the command that sets them over or under a letter. */
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '\u0308',
    "'": '\u0301',
    '`': '\u0300',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    '.': '\u0307',
    u: '\u0306',
    v: '\u030c',
    H: '\u030b',
    c: '\u0327',
    d: '\u0323',
    b: '\u0331',
    k: '\u0328',
    r: '\u030a',
  }),
);
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    i: 'ı',
  }),
);

const ACCENT =
  /\\(["'`^~=.]|[uvHcdbkr](?![A-Za-z]))\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z])(?![A-Za-z])|([A-Za-z]))/g;
/** Spaces, and marks for where a word may be broken. */
const SPACE = /\\(?:[ ,;:/!@-]|\r?\n)|\\(?:q?quad|enspace|thinspace|space)(?![A-Za-z])(?:\{\})?/g;
/** Functions of formulas, which are words in any text. */
const FUNCTION =
  /(?<=([\w\s])?)\\(log|ln|lg|exp|sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|max|min|sup|inf|lim|det|dim|ker|gcd|arg|deg|hom|Pr)(?![A-Za-z])(?:\{\})?/g;
const NAMED_SIGN =
  /\\(hyphen|slash|textless|textgreater|textquotesingle|textasciicircum|textasciitilde)(?![A-Za-z])(?:\{\}|\s+)?/g;
const SIGN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hyphen: '-',
    slash: '/',
    textless: '<',
    textgreater: '>',
    textquotesingle: "'",
    textasciicircum: '^',
    textasciitilde: '~',
  }),
);
/** Halves of characters beyond the first 65,536, as written by programs that know no such characters: `\ud835\udd38`. */
const BACKSLASH = String.raw`\{?(?:\\|\$\\backslash\$|\{?\\textbackslash\}?(?:\{\})?)`;
const HALVES = new RegExp(
  String.raw`${BACKSLASH}u(d[89ab][0-9a-f]{2})\}?${BACKSLASH}u(d[c-f][0-9a-f]{2})\}?|\\?&\\?#(5[5-6]\d{3});\\?&\\?#(5[67]\d{3});`,
  'gi',
);
/** A command before a character outside ASCII: the parser would cut some of these in two. */
const BEFORE_OTHERS = /\\[^A-Za-z\s]?(?=[^\p{ASCII}])/gu;
const LETTER = /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])(?:\{\}|\s+)?/g;
const FONT =
  /\\(?:emph|text(?:it|bf|sc|rm|tt|sl|sf|up|md|normal)|mkbib(?:emph|italic|bold|acro|superscript|subscript)|mbox)(?![A-Za-z])\s*(?=\{)/g;
/** A formula of letters, digits, signs and commands without arguments. */
const FORMULA = /\$((?:[^$\\]|\\[A-Za-z]+)*)\$/g;
const IN_FORMULA = /\\([A-Za-z]+)\s*|([\^_])(?:\{([^{}]*)\}|(.))/gs;
const RAISED = paired([...'0123456789+-=()n'], '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ');
const LOWERED = paired([...'0123456789+-=()'], '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');
/** Letters and signs of formulas by their commands. */
const MATH: ReadonlyMap<string, string> = new Map([
  ...paired(
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'.split(
      ' ',
    ),
    'αβγδεζηθικλμνξοπρςστυφχψω',
  ),
  ...paired('Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'.split(' '), 'ΓΔΘΛΞΠΣΥΦΨΩ'),
  ...paired(
    'times pm le leq ge geq to rightarrow infty cdot approx sim circ ell neq ne'.split(' '),
    '×±≤≤≥≥→→∞·≈∼°ℓ≠≠',
  ),
]);
/** Programs, by the commands that typeset their names. */
const PROGRAM = /\\((?:La|Bib|Xe|Lua|pdf|XeLa|LuaLa|pdfLa)?TeX)(?![A-Za-z])(?:\{\}|\\(?= )| +(?=$|\}))?/g;
const SIGN = /\\([&%$#_{}])/g;

/** Maps each name to the sign in its place. */
function paired(names: readonly string[], signs: string): ReadonlyMap<string, string> {
  return new Map(names.map((name, i) => [name, signs.charAt(i)] as const));
}

/** A text with no other TeX than braces. */
const READ = /^[^\\$~]*$/;

export function createTexReader(): TexReader {
  const known = new Map<string, string>();
  const left: string[] = [];
  let read = 0;
  const readAll = (tex: string): string => {
    const simple = READ.test(tex) ? tex : withoutSimple(tex);
    if (READ.test(simple)) return plain(simple);
    read += tex.length;
    if (tex.length <= LONGEST && read <= MOST) return parsed(simple) ?? plain(simple);
    if (left.length === 0) left.push(tex);
    return plain(simple.replaceAll('$', ''));
  };
  return {
    read: (tex) => {
      const before = known.get(tex);
      if (before !== undefined) return before;
      const text = readAll(tex);
      known.set(tex, text);
      return text;
    },
    left: () => left,
  };
}

function withoutSimple(tex: string): string {
  return tex
    .replace(HALVES, (whole, first?: string, second?: string, high?: string, low?: string) => {
      const units = [first, second].every((unit) => unit !== undefined)
        ? [Number.parseInt(first ?? '', 16), Number.parseInt(second ?? '', 16)]
        : [Number(high), Number(low)];
      const character = String.fromCharCode(...units);
      return /^[\u{10000}-\u{10FFFF}]$/u.test(character) ? character : whole;
    })
    .replace(BEFORE_OTHERS, '')
    .replace(SPACE, (space) => (/^\\[/!@-]/.test(space) ? '' : marked(' ')))
    .replace(FUNCTION, (_, before: string | undefined, name: string) => {
      const space = marked(' ');
      return `${before === undefined ? '' : space}${name}${space}`;
    })
    .replace(NAMED_SIGN, (_, name: string) => marked(SIGN_OF.get(name) ?? ''))
    .replace(ACCENT, (whole, command: string, braced?: string, alone?: string, first?: string) => {
      const letter = braced ?? alone ?? first ?? '';
      const accent = ACCENTS.get(command);
      return accent === undefined ? whole : `${letter}${accent}`.normalize('NFC');
    })
    .replace(LETTER, (_, name: string) => LETTERS.get(name) ?? name)
    .replace(PROGRAM, '$1')
    .replace(FONT, '')
    .replace(SIGN, (_, sign: string) => marked(sign))
    .replace(FORMULA, readFormula)
    .replace(/[%&#]/g, marked)
    .replace(/~/g, ' ');
}

/** Reads a formula that is little more than letters and signs; returns others as they are. */
function readFormula(whole: string, formula: string): string {
  let isRead = true;
  const text = formula.replace(IN_FORMULA, (_, command?: string, place?: string, braced?: string, alone?: string) => {
    if (command !== undefined) {
      const sign = MATH.get(command);
      isRead &&= sign !== undefined;
      return sign ?? '';
    }
    const moved = braced ?? alone ?? '';
    isRead &&= moved !== '\\' && !moved.includes('\\');
    const signs = place === '^' ? RAISED : LOWERED;
    return [...moved].every((sign) => signs.has(sign)) ? [...moved].map((sign) => signs.get(sign)).join('') : moved;
  });
  return isRead ? text : whole;
}

/** Literal signs, which marks replace until all TeX is read. */
const SIGNS = "&%$#_{} <>-/'^~";
/** Unicode has no characters there, and never will. */
const FIRST_MARK = 0xfdd0;

function marked(sign: string): string {
  return String.fromCharCode(FIRST_MARK + SIGNS.indexOf(sign));
}

function plain(text: string): string {
  return text
    .replace(/[{}]/g, '')
    .replace(/[\ufdd0-\ufdde]/g, (mark) => SIGNS.charAt(mark.charCodeAt(0) - FIRST_MARK))
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Reads TeX by the parser; null if the parser makes nothing of it. */
function parsed(tex: string): string | null {
  const options = { sentenceCase: false, unsupported: 'ignore' } as const;
  try {
    const title = parse(`@misc{k,\n title = {${tex}}}`, options).entries[0]?.fields['title'];
    // The parser puts tags around formatted text.
    return title === undefined ? null : plain(title.replace(/<\/?[a-z][^<>]{0,40}>/gi, ''));
  } catch {
    return null;
  }
}
