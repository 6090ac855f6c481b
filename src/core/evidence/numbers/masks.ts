import { blank } from './fold';

/**
 * Blanks digits whose form shows that they state no quantity: addresses, citations, keys, times of day, telephone numbers,
 * versions, list markers, numbers of sections. Words are left to `notCounted.ts`.
 *
 * @param text folded.
 * @returns text of the same length.
 */
export function mask(text: string): string {
  if (!ANY_HINT.test(text)) return text;
  let masked = text;
  for (const [hint, pattern] of MASKS) {
    if (typeof hint === 'string' ? text.includes(hint) : hint.test(text)) masked = blank(masked, pattern);
  }
  return masked;
}

/** Text that must be there for a pattern to be tried; most texts have few of them. */
type Hint = string | RegExp;

const MASKS: readonly (readonly [Hint, RegExp])[] = [
  // Addresses, citations and keys.
  [/:|[wW]{3}\./, /(?:\b(?:https?|ftp|file|doi):\/{0,2}|\bwww\.)[^\s<>()[\]。，「」]+/gi],
  ['@', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/g],
  ['@', /(?<![\w@])@[A-Za-z\d][\w:.#$%&+?<>~/-]*/g],
  [/10\.\d{4}/, /(?<![\d.])10\.\d{4,9}\/[^\s,;)\]]+/g],
  ['rXiv', /\barXiv:\s?[\w./-]+/g],
  ['[', /\[\^[^\]\s]{1,40}\]/g],
  [
    '[',
    /\[\s?\d{1,3}(?:\s?[,;-]\s?\d{1,3}){0,20}(?:,\s?(?:pp?\.|ch\.|sec\.|fig\.|table|para|§|第|页)[^\]\n]{0,60})?\s?\]/gi,
  ],
  // What a copy left of a citation: "cells [11,." and "(PGC-1)–20)".
  ['[', /\[\d{1,3}(?:[,;-] ?\d{1,3})*[,;](?=[ .]*$)/gm],
  [/\)[,-]\d/, /(?<=\))[,-]\d{1,3}(?=\))/g],
  ['【', /【\d{1,3}[^】\n]{0,20}】/g],
  // Times of day, scores and ratios.
  [':', /(?<![\d.,])\d{1,4}(?::\d{1,3}){1,3}(?!\d)(?: ?[ap]\.?m\b\.?)?/gi],
  [/\d ?[apAP]\.?[mM]|\d o'c/, /(?<![\d.,])\d{1,2}(?:\.\d\d)? ?(?:[ap]\.m\.|[ap]m\b|o'clock)/gi],
  [/\dh\d/, /(?<![\d.])\d{1,2}h\d{2}\b/g],
  [
    /[\d一二三四五六七八九十两][点时]/,
    /(?<![\d.])\d{1,2}[点时]\d{1,2}分|(?:上午|下午|晚上|凌晨|早上|中午|午后|深夜|早晨|夜里|傍晚|截至)(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[点时](?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})分|半|整|钟)?|(?:(?<![\d.])\d{1,2}|[一二三四五六七八九十两]{1,3})点[钟整半]/g,
  ],
  // Telephone numbers and the like.
  ['+', /(?<![\w+])\+\d[\d ().-]{6,20}\d/g],
  [/\(\d{3}/, /\(\d{3,4}\) ?\d{3,4}-\d{4}/g],
  [
    /\d-\d{3}/,
    /(?<![\d.,-])\d{3,4}-\d{3,8}-\d{3,8}(?![\d-])|(?<![\d.,-])0\d{2,3}-\d{7,8}(?!\d)|(?<![\w.-])\d{3,}-\d{5,}-\d{3,}(?![\w-])/g,
  ],
  [
    /\d(?:[ ()-]{0,2}\d){4}|\d-\d-\d/,
    /(?:\b(?:tel|phone|call|fax|mobile|hotline|isbn|issn|pmid)|电话|热线|手机|传真|邮编)[^\d\n\p{L}]{0,6}\+?(?:\d(?:[ ()-]{0,2}\d){4,20}|\d-\d-\d)/giu,
  ],
  // Versions and internet addresses.
  [/[vV][. ]{0,2}\d/, /(?<![\w.,])v\.? ?\d+(?:\.\d+){0,4}(?![\d\p{L}])/giu],
  [/\.\d+\.\d+\.\d/, /(?<![\d.,])(?!\d{1,3}(?:\.\d{3}){3}(?!\d))\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g],
  // Standards, shares on an exchange, and five-year plans: ISO/IEC 27001:2022, GB/T 36276-2018, 300999.SZ, 十四五规划.
  [
    /(?:ISO|IEC|EN|DIN|UL|RFC|ASTM|ANSI|IEEE|JIS|ETSI|GB|\/T)[ -]?\d/,
    /(?<![A-Za-z])(?:(?:ISO|IEC|EN|DIN|UL|RFC|ASTM|ANSI|IEEE|JIS|ETSI|GB|[A-Z]{2}(?=\/T))(?:[/ ](?=[A-Z]))?){1,3}T?[ -]?(?!(?:19|20)\d\d(?![\d:.-]))\d{2,5}[A-Z]?(?:[.:-]\d{1,4}){0,3}(?![\d,]*[\d%])/g,
  ],
  [/\d\.[SBH]/, /(?<![\w.,])\d{4,6}\.(?:SH|SZ|BJ|HK)(?![A-Za-z])/g],
  ['代码', /(?<=代码[:：]? ?)\d{4,6}(?!\d)/g],
  [/十[一二三四五六]五/, /十[一二三四五六]五(?=["”'’」』]?(?:规划|計劃|計畫|计划|期间|时期|以来|末|开局|收官))/g],
  // Markers of list items and headings at the start of a line, and inline.
  [/^[ \t>*#-]*\(?\d{1,3}(?:[.)]\s|、)/m, /(?<=^[ \t>*#-]{0,12})\(?\d{1,3}(?:[.)](?=\s)|、)/gm],
  [/^#{1,6} \d/m, /(?<=^#{1,6} )\d+(?:\.\d+){1,4}(?= \p{Lu})/gmu],
  [/\(\d{1,2}\)/, /(?<=[\s,;:，]|^)\(\d{1,2}\)(?= ?\p{L})/gmu],
  [/[,;:] \d{1,2}\) /, /(?<=[,;:] )\d{1,2}\)(?= \p{L})/gu],
  [/[一二三四五六七八九十][、)]/, /(?<=^|[\n。;])[ (]{0,3}[一二三四五六七八九十]{1,3}[、)]/gmu],
  ['第', /第(?:[一二三四五六七八九十百零〇两]{1,6}|\d{1,5})(?:条|款|章|节|页|卷|编|号|版|图|表|项)(?!目)/g],
  // Years of works: "Moreau et al. (2012)", "Moreau et al., 2012".
  ['et al', /(?<=\bet al\.?,? ?\(?)(?:19|20)\d\d[a-z]?(?!\d)/gu],
  [/ (?:and|&) \p{Lu}\p{Ll}+,? \(?\d/u, /(?<=\p{Lu}\p{Ll}+ (?:and|&) \p{Lu}\p{Ll}+,? \()(?:19|20)\d\d[a-z]?(?=\))/gu],
  // Names that their acronym repeats: "coronavirus disease 2019 (COVID-19)".
  [/\d \(\p{Lu}+-/u, /(?<=\p{Ll}{3} )\d{1,4}(?= \((?:\p{Lu}\p{L}*-)+\d{1,2}\))/gu],
  // Places in the names of chemicals: "1,4-dioxane".
  [/\d,\d{1,2}-[a-z]/, /(?<![\d.,])\d{1,2}(?:,\d{1,2})+-(?=\p{Ll}{3})/gu],
  // Ages: "in his 70s".
  [/\b\d0'?s\b/, /(?<=\b(?:his|her|their|our|my|your) (?:early |late |mid[ -])?)\d0'?s(?![\p{L}\d])/giu],
  // Marks of notes behind a full stop: "fell again.4,5".
  [/[a-z%][.!?]"?\d/, /(?<=(?:\p{Ll}{2}|%)[.!?]"?)\d{1,3}(?:[,-]\d{1,3})*(?=\s|$)/gmu],
  // A price or a rate for each quarter of a year: "$4bn a quarter".
  [/\d.{0,12} a quarter/, /(?<=\d ?(?:[kmbt]n?|million|billion|trillion)? )a quarter(?! of)/giu],
  ['24/7', /\b24\/7\b/g],
  ['9/11', /(?<![\d/])9\/11(?![\d/])/g],
  ['#', /#\d+(?![\d.]*%)/g],
];

/** All hints as one pattern. Most texts have none of them, and one search shows this fastest. */
const ANY_HINT = new RegExp(
  MASKS.map(([hint]) => (typeof hint === 'string' ? hint.replace(/[.[(+]/g, '\\$&') : hint.source)).join('|'),
  'mu',
);
