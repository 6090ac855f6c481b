/** Currencies by sign, code and name. Units are ISO 4217 codes; small coins have names of their own (`cent`). */

import { CURRENCIES } from '../../languages/han';

/** A sign, and the letters that may stand before it: `US$`, `C$`. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₴', 'UAH'],
  ['¢', 'cent'],
]);
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['u.s.', 'USD'],
  ['usd', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cad', 'CAD'],
  ['cdn', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aud', 'AUD'],
  ['nz', 'NZD'],
  ['nzd', 'NZD'],
  ['hk', 'HKD'],
  ['hkd', 'HKD'],
  ['nt', 'TWD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['sgd', 'SGD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['mxn', 'MXN'],
]);

export const CURRENCY_SIGNS: readonly string[] = [...SIGNS.keys(), '\\'];

/** Returns the currency of a sign; `¥` is the yen in Japanese. */
export function currencyOfSign(sign: string, language: string): string | undefined {
  if (sign === '¥' && language === 'ja') return 'JPY';
  if (sign === '\\' && language === 'ja') return 'JPY';
  return SIGNS.get(sign);
}

/** Returns the dollar that letters before the sign name (lower case); else undefined. */
export function dollarOf(letters: string): string | undefined {
  return DOLLARS.get(letters);
}

const CODES: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP JPY CNY CNH KRW INR RUB TRY THB VND PHP ILS NGN UAH CAD AUD NZD HKD TWD SGD BRL MXN CHF SEK NOK DKK PLN ' +
    'CZK HUF RON BGN ISK ZAR EGP KES SAR AED QAR KWD MYR IDR PKR BDT LKR ARS CLP COP PEN KZT DEM FRF ITL ESP GEL KHR'
  ).split(' '),
);
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['RMB', 'CNY'],
  ['CNH', 'CNY'],
  ['NTD', 'TWD'],
  ['STG', 'GBP'],
  ['RS', 'INR'],
  ['RS.', 'INR'],
  ['INR', 'INR'],
  ['FR.', 'CHF'],
]);
/** Powers of ten that a letter before a code adds: `120 MEUR`. */
const PREFIXES: ReadonlyMap<string, number> = new Map([
  ['T', 3],
  ['K', 3],
  ['M', 6],
  ['B', 9],
]);

/** Returns the currency of a code such as `USD` or `Rs`, in any case, and the power of ten that it adds (`MEUR`). */
export function currencyOfCode(code: string): { unit: string; exponent: number } | undefined {
  const upper = code.toUpperCase();
  const unit = ALIASES.get(upper) ?? (CODES.has(upper) ? upper : undefined);
  if (unit) return { unit, exponent: 0 };
  const exponent = PREFIXES.get(upper.charAt(0));
  const rest = upper.slice(1);
  return exponent !== undefined && code === upper && CODES.has(rest) ? { unit: rest, exponent } : undefined;
}

const names = (rows: readonly (readonly [unit: string, spellings: string])[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(([unit, spellings]) => spellings.split('|').map((name) => [name, unit] as const)));

/** Names in Latin letters, lower case, singular and plural, in the languages that are read. */
export const CURRENCY_NAMES = names([
  [
    'USD',
    'dollar|dollars|buck|bucks|dólar|dólares|dolar|dolares|dollaro|dollari|us dollar|us dollars|u.s. dollars|american dollar|american dollars|greenbacks',
  ],
  ['CAD', 'canadian dollar|canadian dollars'],
  ['AUD', 'australian dollar|australian dollars'],
  ['NZD', 'new zealand dollar|new zealand dollars'],
  ['HKD', 'hong kong dollar|hong kong dollars'],
  ['SGD', 'singapore dollar|singapore dollars'],
  ['TWD', 'new taiwan dollar|new taiwan dollars|taiwan dollars'],
  ['EUR', 'euro|euros|eur'],
  [
    'GBP',
    'pound sterling|pounds sterling|british pound|british pounds|sterling|quid|livres sterling|libras esterlinas|sterline|pfund sterling|britische pfund',
  ],
  ['JPY', 'yen|yens|japanese yen|ienes'],
  ['CNY', 'yuan|yuans|renminbi|rmb|chinese yuan|kuai'],
  ['KRW', 'won|korean won|south korean won'],
  ['INR', 'rupee|rupees|rupie|rupien|roupies|rupias|indian rupee|indian rupees|rupia'],
  ['RUB', 'rouble|roubles|ruble|rubles|rubel|rublos|rubli|russian rubles'],
  [
    'CHF',
    'swiss franc|swiss francs|schweizer franken|franken|francs suisses|francos suizos|franchi svizzeri|francos suíços',
  ],
  ['franc', 'franc|francs|franco|francos|franchi|french francs'],
  ['DEM', 'deutschmark|deutschmarks|deutsche mark|d-mark|marks|mark'],
  ['BRL', 'real|reais|reales|brazilian reais|brazilian real'],
  ['MXN', 'mexican peso|mexican pesos'],
  ['peso', 'peso|pesos'],
  ['krona', 'krona|kronor|krone|kroner|kronen|crowns|coronas|couronnes|corone|coroas'],
  ['SEK', 'swedish krona|swedish kronor|swedish crowns'],
  ['NOK', 'norwegian krone|norwegian kroner|norwegian crowns'],
  ['DKK', 'danish krone|danish kroner|danish crowns'],
  ['TRY', 'turkish lira|turkish liras|türkische lira'],
  ['lira', 'lira|liras|lire|liren'],
  ['MYR', 'ringgit|ringgits|malaysian ringgit'],
  ['THB', 'baht|bahts|thai baht'],
  ['IDR', 'rupiah|indonesian rupiah'],
  ['VND', 'dong|vietnamese dong'],
  ['ZAR', 'rand|south african rand'],
  ['PLN', 'zloty|zlotys|złoty|zlotych'],
  ['CZK', 'koruna|korunas|czech crowns'],
  ['HUF', 'forint|forints'],
  ['ILS', 'shekel|shekels'],
  ['UAH', 'hryvnia|hryvnias|hryvnya'],
  ['NGN', 'naira'],
  ['KES', 'kenyan shillings'],
  ['shilling', 'shilling|shillings'],
  ['SAR', 'riyal|riyals|saudi riyals'],
  ['KHR', 'riel|riels'],
  ['AED', 'dirham|dirhams'],
  ['dinar', 'dinar|dinars|dinares'],
  ['KZT', 'tenge'],
  ['GEL', 'lari|laris'],
  ['NLG', 'guilder|guilders|gulden'],
  ['FIM', 'markka|markkaa'],
  ['taka', 'taka'],
  ['BTC', 'bitcoin|bitcoins|btc'],
  ['cent', 'cent|cents|centavo|centavos|centime|centimes|céntimos|centesimi|centesimo|cêntimos|¢'],
  ['penny', 'penny|pence|peniques|pfennig|pfennige|pennies'],
  ['pesewa', 'pesewa|pesewas'],
  ['fils', 'fils'],
  ['fen', 'fen'],
]);

/** Names in Chinese (simplified; see `fold.ts`), Japanese and Korean. */
export const CURRENCY_NAMES_CJK = names(CURRENCIES);

/** Number of small coins in a large one, for "3 dollars 50 cents" and 五元三毛. */
export const SMALL_COINS: ReadonlyMap<string, number> = new Map([
  ['cent', 100],
  ['penny', 100],
  ['jiao', 10],
  ['fen', 100],
]);
