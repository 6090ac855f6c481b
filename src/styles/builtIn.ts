/** The styles and locales that come along: those of the CSL project, as it publishes them (`csl/README.md`). */

import deDE from '../../csl/locales/de-DE.xml';
import enGB from '../../csl/locales/en-GB.xml';
import enUS from '../../csl/locales/en-US.xml';
import esES from '../../csl/locales/es-ES.xml';
import frFR from '../../csl/locales/fr-FR.xml';
import itIT from '../../csl/locales/it-IT.xml';
import jaJP from '../../csl/locales/ja-JP.xml';
import koKR from '../../csl/locales/ko-KR.xml';
import nlNL from '../../csl/locales/nl-NL.xml';
import plPL from '../../csl/locales/pl-PL.xml';
import ptBR from '../../csl/locales/pt-BR.xml';
import ptPT from '../../csl/locales/pt-PT.xml';
import ruRU from '../../csl/locales/ru-RU.xml';
import zhCN from '../../csl/locales/zh-CN.xml';
import zhTW from '../../csl/locales/zh-TW.xml';
import ama from '../../csl/styles/american-medical-association.csl';
import apa from '../../csl/styles/apa.csl';
import chicago from '../../csl/styles/chicago-author-date.csl';
import gbAuthorDate from '../../csl/styles/china-national-standard-gb-t-7714-2015-author-date.csl';
import gbNumeric from '../../csl/styles/china-national-standard-gb-t-7714-2015-numeric.csl';
import harvard from '../../csl/styles/harvard-cite-them-right.csl';
import ieee from '../../csl/styles/ieee.csl';
import mla from '../../csl/styles/modern-language-association.csl';
import vancouver from '../../csl/styles/vancouver.csl';
import { readStyle, type Style } from './readStyle';
import { readXml, type XmlNode } from './readXml';

/** Texts of the styles, by the names that authors write. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['ama', ama],
  ['apa', apa],
  ['chicago-author-date', chicago],
  ['gb-t-7714-2015-author-date', gbAuthorDate],
  ['gb-t-7714-2015-numeric', gbNumeric],
  ['harvard', harvard],
  ['ieee', ieee],
  ['mla', mla],
  ['vancouver', vancouver],
]);

const LOCALES: ReadonlyMap<string, string> = new Map([
  ...([
    ['de-DE', deDE],
    ['en-GB', enGB],
    ['en-US', enUS],
    ['es-ES', esES],
    ['fr-FR', frFR],
  ] as const),
  ...([
    ['it-IT', itIT],
    ['ja-JP', jaJP],
    ['ko-KR', koKR],
    ['nl-NL', nlNL],
    ['pl-PL', plPL],
  ] as const),
  ...([
    ['pt-BR', ptBR],
    ['pt-PT', ptPT],
    ['ru-RU', ruRU],
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ] as const),
]);

const styles = new Map<string, Style>();
const locales = new Map<string, XmlNode | false>();

/** @returns null where no style that comes along has this name */
export function builtInStyle(name: string): Style | null {
  const text = STYLES.get(name);
  const known = styles.get(name);
  if (known || text === undefined) return known ?? null;
  const read = readStyle(text.replace(BILINGUAL, '<layout locale="en de es fr it nl pl pt ru">$1</layout>'));
  if ('error' in read) throw new Error(`The style ${name} has an error: ${read.error.message}`);
  styles.set(name, read.style);
  return read.style;
}

/**
 * The Chinese standard says "et al." of works in English and "等" of Chinese ones. Its styles have a layout for that, which
 * they keep in a comment, as only processors that know more than CSL 1.0 take it; ours does.
 */
const BILINGUAL = /<!-- <layout locale="en">(.*?)<\/layout> -->/;

/** The locale of a language as the processor asks for it, such as `en-US`. */
export function localeOf(language: string): XmlNode | false {
  const known = locales.get(language);
  if (known !== undefined) return known;
  const text = LOCALES.get(language);
  const read = text === undefined ? null : readXml(text);
  if (read && 'error' in read) throw new Error(`The locale ${language} has an error: ${read.error.message}`);
  const locale = read ? read.root : false;
  locales.set(language, locale);
  return locale;
}
