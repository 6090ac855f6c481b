import { century, decade, partOfYear } from './calendar';
import { type Groups, type Rule, yearIn } from './dateRule';

/** Decades, centuries, quarters and halves in German, French, Spanish, Italian and Portuguese. */
export const PERIODS_ELSEWHERE: readonly Rule[] = [
  [/\d0er/, /(?<![\d.,])(?<y>(?:1\d|20)\d0|[2-9]0)er(?:[ -]Jahren?)?(?![\p{L}])/giu, decadeIn],
  [
    /(?:ann|añ|an)(?:ées|os|i)|écadas?|ecenni/i,
    /(?<![\p{L}])(?:années|años|anos|anni|décadas? (?:de(?: los| dos)?))(?: '|[ '])(?<y>(?:1\d|20)\d0|[2-9]0)(?![\d\p{L}]|[.,]\d)/giu,
    decadeIn,
  ],
  [
    /\b(?:los|les|os) \d|d[eio][sl]? (?:los )?\d0/,
    /(?<![\p{L}])(?:(?:los|les|os) (?<y>1\d\d0|20\d0)s?|(?:mediados|principios|finales|fines|comienzos|inicios|meados|finais|début|fin|milieu) d(?:e|es|os|e los) (?<x>[2-9]0)s?)(?![\d\p{L}]|[.,]\d| \p{L}{3,}s(?!\p{L}))/giu,
    ({ y, x }) => decadeIn({ y: y ?? x }),
  ],
  [/Jahrhundert/, /(?<![\d.,])(?<n>\d{1,2})\. ?Jahrhunderts?(?![\p{L}])/gu, centuryIn],
  [
    /siècle|secol|siglo|século/i,
    /(?<![\p{L}\d])(?:(?:siglos?|séculos?) (?<n>[IVXivx]{1,5})|(?<m>[IVX]{1,5}|\d{1,2}(?=[eè°º]))(?:e|è|ème|°|º)? (?:siècles?|secolo|secoli))(?![\p{L}])/gu,
    centuryIn,
  ],
  [
    /Quartal|Halbjahr/,
    /(?<![\p{L}\d.,])(?<n>erste|zweite|dritte|vierte|[1-4]\.)[nrsm]? (?<k>Quartal|Halbjahr)(?:e?s)?(?: (?:des Jahres )?(?<y>[12]\d{3}))?(?![\p{L}\d])/giu,
    partIn,
  ],
  [
    /trimestre|semestre/i,
    /(?<![\p{L}\d.,])(?<n>premier|primero?|primo|primeiro|deuxième|second[oe]?|segundo|troisième|tercero?|terzo|terceiro|quatrième|cuarto|quarto|[1-4](?:er|e|º|°)) (?<k>trimestre|semestre)(?:(?: (?:de|del|do|du))?(?: (?:año|ano|anno|l'année))? (?<y>[12]\d{3}))?(?![\p{L}\d])/giu,
    partIn,
  ],
];

/** Returns the decade of 1980er or `les années 80`. Two digits mean the 1900s. */
function decadeIn({ y }: Groups) {
  const year = Number(y);
  return decade(year < 100 ? 1900 + year : year);
}

function centuryIn({ n, m }: Groups) {
  const said = n ?? m ?? '';
  const number = /^\d/.test(said) ? Number(said) : ofRoman(said.toUpperCase());
  return number >= 1 && number <= 30 ? century(number) : null;
}

/** Returns the value of the letters I, V and X; a smaller one before a larger is subtracted. */
function ofRoman(letters: string): number {
  const values = [...letters].map((letter) => (letter === 'X' ? 10 : letter === 'V' ? 5 : 1));
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

const NUMBERS: readonly RegExp[] = [
  /^(?:1|erst|pr[ie])/i,
  /^(?:2|zweit|deux|se[cg])/i,
  /^(?:3|dritt|t)/i,
  /^(?:4|viert|qu|cu)/i,
];

function partIn(groups: Groups) {
  const { n = '', k = '' } = groups;
  const number = NUMBERS.findIndex((pattern) => pattern.test(n)) + 1;
  const kind = /^[qt]/i.test(k) ? 'Q' : 'H';
  return number === 0 || (kind === 'H' && number > 2) ? null : partOfYear(yearIn(groups), kind, number);
}
