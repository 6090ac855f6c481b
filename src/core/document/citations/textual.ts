import { say } from '../../base/say';
import type { CitationSyntax } from './types';

const NAMED =
  /[(（]\s*(?:sources?|via|data|quelle|quellen|fuente|fuentes|来源|來源|资料来源|資料來源|数据来源|數據來源|出典)\s*[:：]\s*[^()（）[\]\n]{2,200}[)）]/iy;
const YEAR = String.raw`(?:19|20)\d\d[a-z]?`;
const AUTHOR_YEAR = new RegExp(
  String.raw`[(（](?:see |cf\. |e\.g\. )?\p{Lu}[^()（）[\]\n\d;]{1,80}?(?:, ?|，| et al\.? )${YEAR}(?:, pp?\. ?[\d–-]+)?(?:; ?\p{Lu}[^()（）[\]\n\d;]{1,80}?,? ${YEAR})*[)）]`,
  'uy',
);
/** Author, year and page. The year needs no comma before it if a page follows: `(Schulz 2009, S. 33ff)`. */
const WITH_PAGE = new RegExp(
  String.raw`[(（](?:[\p{L}.]{2,8} )?\p{Lu}[^()（）[\]\n\d;]{1,80}? ${YEAR}(?:, ?|: ?)(?:pp?|S|s)\. ?[\d–-]+f{0,2}\.?(?:;[^()（）[\]\n]{2,200})?[)）]`,
  'uy',
);
/** A document that is named without its title: `(company filing, 24 July 2025)`, `(earnings call)`. */
const DOCUMENT =
  /[(（](?:(?:see |per |from )?(?:[\p{L}'’&.-]{1,30} ){0,4}(?:filings?|annual report|press (?:release|statement|conference|briefing)|earnings (?:call|release)|white paper|interview|10-[KQ])|[\p{Script=Han}\d]{0,20}(?:年报|季报|公告|白皮书|新闻稿|采访))(?:[,，]? ?[^()（）[\]\n;]{1,40})?[)）]/iuy;
/** Words that say how a number was worked out, and name nobody: `(Age-adjusted, 2021)`, `(Estimated, 2020)`. */
const ADJECTIVE = /^[(（]\s*\p{L}+-\p{Ll}+/u;
const REMARK =
  /^[(（]\s*(?:adjusted|estimated?|projected|forecast|revised|updated|published|accessed|released|founded|established|total|average|mean|median|rank|table|figure)(?=[\s,，])/i;
const MONTH =
  /^[(（]\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|early|mid|late|since|in|by)/i;

/** Reads a citation in words: `(Source: Reuters)`, `（来源：新华社）`, `(USGS, 2024)`, `(earnings call)`. */
export function readTextual(
  text: string,
  at: number,
): Extract<CitationSyntax, { readonly kind: 'artifact' | 'textual' }> | null {
  for (const pattern of [NAMED, AUTHOR_YEAR, WITH_PAGE, DOCUMENT]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || ((pattern === AUTHOR_YEAR || pattern === WITH_PAGE) && isNoName(match[0]))) continue;
    return {
      kind: 'textual',
      span: { start: at, end: at + match[0].length },
      reason: say('the source is named in words only'),
    };
  }
  return null;
}

/** True if a text in parentheses begins with a month or a remark instead of a name. */
export function isNoName(match: string): boolean {
  return MONTH.test(match) || ADJECTIVE.test(match) || REMARK.test(match);
}
