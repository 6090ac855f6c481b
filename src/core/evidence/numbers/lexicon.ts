/** What a number word contributes. `part` is a denominator, and for "third" an ordinal as well. */
export interface Word {
  readonly type: 'small' | 'hundred' | 'scale' | 'dozen' | 'half' | 'part' | 'article' | 'and' | 'point';
  /** The value; for a scale the power of ten. */
  readonly value: number;
  /** "fifths", where "fifth" would be one; unsaid in languages that do not tell them apart by an -s. */
  readonly plural?: boolean;
}

/** The number words of one language. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /** The `firstLetters` of each word: most words of a text start like none of these, and need no copy to see it. */
  readonly beginnings: ReadonlySet<number>;
  /** Words are written together: `dreihundertneun`, `duecentodue`. */
  readonly compounds: boolean;
}

/** The first two letters of the word from `start` to `end` as a number, in lower case as far as it is Latin-1. */
export function firstLetters(text: string, start: number, end: number): number {
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
  return ((text.charCodeAt(start) | 0x20) << 16) | (second | 0x20);
}

type Row = readonly [type: Word['type'], from: number | readonly number[], words: string];

/** Words in order: they count up from a number, or go with the numbers of a list. */
function lexicon(rows: readonly Row[], compounds = false): Lexicon {
  const words = new Map<string, Word>();
  for (const [type, from, list] of rows) {
    list.split(' ').forEach((spellings, i) => {
      const value = typeof from === 'number' ? from + i : (from[i] ?? from.at(-1) ?? 0);
      for (const word of spellings.split('/')) {
        const plural = type === 'part' && /s$/.test(word);
        words.set(word, plural ? { type, value, plural } : { type, value });
      }
    });
  }
  const beginnings = new Set([...words.keys()].map((word) => firstLetters(word, 0, word.length)));
  return { words, beginnings, compounds };
}

const TENS = [20, 30, 40, 50, 60, 70, 80, 90];

const ENGLISH = lexicon([
  ['article', 1, 'a/an'],
  ['and', 0, 'and'],
  ['point', 0, 'point'],
  [
    'small',
    0,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ],
  ['small', TENS, 'twenty thirty forty/fourty fifty sixty seventy eighty ninety'],
  ['hundred', 100, 'hundred'],
  ['scale', [3, 5, 7, 6, 9, 12, 15], 'thousand lakh/lac/lakhs crore/crores million billion trillion quadrillion'],
  ['dozen', 12, 'dozen/dozens'],
  ['half', 0.5, 'half/halves'],
  [
    'part',
    1,
    'first second third/thirds fourth/fourths fifth/fifths sixth/sixths seventh/sevenths eighth/eighths ninth/ninths tenth/tenths eleventh/elevenths twelfth/twelfths thirteenth/thirteenths fourteenth fifteenth/fifteenths sixteenth/sixteenths seventeenth eighteenth nineteenth',
  ],
  ['part', 4, 'quarter/quarters'],
  [
    'part',
    TENS,
    'twentieth/twentieths thirtieth/thirtieths fortieth/fortieths fiftieth/fiftieths sixtieth/sixtieths seventieth/seventieths eightieth/eightieths ninetieth/ninetieths',
  ],
  ['part', [100, 1000], 'hundredth/hundredths thousandth/thousandths'],
]);

const GERMAN = lexicon(
  [
    ['article', 1, 'ein/eine/einen/einer/eines/eins'],
    ['and', 0, 'und'],
    ['small', 0, 'null'],
    [
      'small',
      2,
      'zwei/zwo drei vier fünf/fuenf sechs sieben acht neun zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
    ],
    ['small', TENS, 'zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig'],
    ['hundred', 100, 'hundert'],
    ['scale', [3, 6, 9, 12], 'tausend million/millionen milliarde/milliarden billion/billionen'],
    ['dozen', 12, 'dutzend'],
    ['half', 0.5, 'halbe/halbes/halber/einhalb/hälfte'],
    ['part', 3, 'drittel viertel/dreiviertel fünftel sechstel siebtel achtel neuntel zehntel'],
    ['small', 1.5, 'anderthalb/eineinhalb'],
  ],
  true,
);

const FRENCH = lexicon([
  ['article', 1, 'un/une'],
  ['and', 0, 'et'],
  ['small', 0, 'zéro'],
  ['small', 2, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'],
  ['small', TENS, 'vingt/vingts trente quarante cinquante soixante septante octante/huitante nonante'],
  ['hundred', 100, 'cent/cents'],
  ['scale', [3, 6, 9, 12], 'mille million/millions milliard/milliards billion/billions'],
  ['dozen', 12, 'douzaine/douzaines'],
  ['half', 0.5, 'demi/demie/moitié'],
  ['part', 3, 'tiers quart/quarts cinquième/cinquièmes sixième/sixièmes'],
  ['part', [8, 10], 'huitième/huitièmes dixième/dixièmes'],
]);

const SPANISH = lexicon([
  ['article', 1, 'un/una/uno'],
  ['and', 0, 'y'],
  ['small', 0, 'cero'],
  [
    'small',
    2,
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
  ],
  ['small', TENS.slice(1), 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'],
  ['hundred', 100, 'cien/ciento'],
  [
    'small',
    [200, 300, 400, 500, 600, 700, 800, 900],
    'doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas',
  ],
  ['scale', [3, 6, 12], 'mil millón/millon/millones billón/billon/billones'],
  ['dozen', 12, 'docena/docenas'],
  ['half', 0.5, 'medio/media/mitad'],
  ['part', 3, 'tercio/tercios cuarto/cuartos/cuarta/cuartas quinto/quintos/quinta/quintas sexto/sextos/sexta/sextas'],
  ['part', [8, 10], 'octavo/octavos décimo/décimos/décima/décimas'],
]);

const PORTUGUESE = lexicon([
  ['article', 1, 'um/uma'],
  ['and', 0, 'e'],
  ['small', 0, 'zero'],
  [
    'small',
    2,
    'dois/duas três quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
  ],
  ['small', TENS, 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'],
  ['hundred', 100, 'cem/cento'],
  [
    'small',
    [200, 300, 400, 500, 600, 700, 800, 900],
    'duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
  ],
  ['scale', [3, 6, 9, 12], 'mil milhão/milhões bilhão/bilhões trilhão/trilhões/bilião/biliões'],
  ['dozen', 12, 'dúzia/dúzias'],
  ['half', 0.5, 'meio/meia/metade'],
  ['part', 3, 'terço/terços quarto/quartos quinto/quintos sexto/sextos'],
  ['part', [8, 10], 'oitavo/oitavos décimo/décimos'],
]);

const ITALIAN = lexicon(
  [
    ['article', 1, 'un/una/uno'],
    ['and', 0, 'e'],
    ['small', 0, 'zero'],
    [
      'small',
      2,
      'due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    ],
    [
      'small',
      TENS,
      'venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant ottanta/ottant novanta/novant',
    ],
    ['hundred', 100, 'cento'],
    ['scale', [3, 6, 9, 12], 'mila/mille milione/milioni miliardo/miliardi bilione/bilioni'],
    ['dozen', 12, 'dozzina/dozzine'],
    ['half', 0.5, 'mezzo/mezza/metà'],
    ['part', 3, 'terzo/terzi quarto/quarti quinto/quinti sesto/sesti'],
    ['part', [8, 10], 'ottavo/ottavi decimo/decimi'],
  ],
  true,
);

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map([
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['pt', PORTUGUESE],
  ['it', ITALIAN],
]);

/** The number words of a language; English for a language that has none here, for its words in Latin letters. */
export function lexiconOf(language: string): Lexicon {
  return LEXICONS.get(language) ?? ENGLISH;
}
