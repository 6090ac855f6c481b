/** The text of a web page that is kept as a copy, and how much of the page's work that is. */
import { readArticle } from './article';
import { type PageSigns, signsOf } from './pageSigns';

/**
 * Share of a work that its page has. `gone`: the page says that it doesn't exist. `scripts`: programs of the page would bring
 * its text, or the page asks whether a person reads it.
 */
export type PageState = 'whole' | 'abstract' | 'excerpt' | 'paywall' | 'scripts' | 'gone' | 'empty';

export interface KeptPage {
  /** Its text as Markdown; empty if its elements are nested too deep. */
  readonly markdown: string;
  readonly state: PageState;
}

/**
 * Size in letters, about 65 words; a Chinese, Japanese or Korean one counts as three. A shorter text is no article, but may be
 * a page.
 */
const SHORT = 400;
/** Size in letters, about 700 words. A longer text is more than the beginning that a site shows to everybody. */
const LONGEST_TEASER = 4500;
const LONGEST_ABSTRACT = 6000;

/**
 * Reads a page and tells its state from its content. In doubt the state is `whole`: a wrong `paywall` would lose a text, and a
 * wrong `abstract` would hide that the text lacks something.
 */
export function readKeptPage(html: string): KeptPage {
  const markdown = readArticle(html) ?? '';
  return { markdown, state: stateOf(markdown, signsOf(html)) };
}

function stateOf(markdown: string, signs: PageSigns): PageState {
  const size = sizeOf(markdown);
  if (size < SHORT) {
    if ([signs.title, ...signs.headings].some((words) => NOT_FOUND.test(words))) return 'gone';
    if (needsScripts(size, signs)) return 'scripts';
    if (size === 0) return 'empty';
  }
  if (size < LONGEST_ABSTRACT && isAbstract(markdown, signs)) return 'abstract';
  if (size < LONGEST_TEASER && isWalled(size, signs)) return 'paywall';
  return size < LONGEST_TEASER && isExcerpt(markdown, signs) ? 'excerpt' : 'whole';
}

/** Letters and digits, without the addresses of links. */
function sizeOf(markdown: string): number {
  const letters = markdown.replace(/\]\([^()\s]*\)/g, ']').match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.reduce(
    (size, letter) => size + (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letter) ? 3 : 1),
    0,
  );
}

const NOT_FOUND =
  /^\W*(?:(?:error\W*)?(?:404|410)(?:\W*(?:error|page|not found|gone).{0,40})?|(?:sorry\W+)?(?:(?:this|the|that) )?(?:requested )?(?:page|article|document|file)(?: you[^.]{0,40})? (?:was |is |has been |could not be |couldn['’]t be |cannot be |can['’]t be )?(?:not found|no longer available|removed|found|does not exist|doesn['’]t exist)|page not found.{0,40})\W*$|^[^\p{L}]*(?:抱歉\P{L}*)?(?:您|你)?(?:访问|请求|查看)?的?(?:页面|网页|文章|内容)(?:不存在|未找到|找不到|无法找到|已删除|已被删除|已下线)/iu;

const NEEDS_SCRIPTS =
  /(?:enable|activate|turn on|allow|requires?|needs?|without) (?:\w+ ){0,3}javascript|javascript (?:is|must be|has been|appears to be|seems to be) (?:currently )?(?:disabled|required|enabled|turned|not)|(?:启用|开启|打开|允许|需要|必须|支持|禁用)[^。]{0,10}javascript/i;
const CHALLENGE =
  /checking (?:your browser|if the site connection is secure)|just a moment|verify(?:ing)?(?: that)? you(?: are|['’]re) (?:a )?human|are you a (?:robot|human)|unusual traffic|安全验证|人机验证|请(?:先)?完成验证|访问验证|滑动验证/i;

function needsScripts(size: number, { words, noscript, title, scripts, hasRoot }: PageSigns): boolean {
  if (scripts === 0) return false;
  const said = `${title}\n${words}\n${noscript}`;
  return size === 0 || (hasRoot && size < SHORT / 4) || NEEDS_SCRIPTS.test(said) || CHALLENGE.test(said);
}

const ABSTRACT = /^\W*(?:(?:graphical|structured) )?abstract\W*$|^[^\p{L}]*(?:中文)?(?:摘\s*要|内容提要)[^\p{L}]*$/iu;
const ABSTRACT_LABEL = /(?:^|\n)[*_# ]{0,6}(?:abstract|摘\s*要|内容提要)[*_ ]{0,4}[:：—]/i;
/** Words beside an abstract that lead to the full text. */
const REST =
  /full[ -]text|access (?:this|the) (?:article|paper|chapter|content)|(?:get|download|view|buy|read) (?:the )?(?:pdf|article|full|chapter)|institutional (?:access|login)|(?:查看|阅读|下载|获取|购买)全文|全文(?:下载|链接|阅读)|(?:PDF|CAJ)\s*下载|下载\s*(?:PDF|CAJ)/i;
/** Headings of the text itself. */
const BODY =
  /^\W*(?:\d+\W+)?(?:introduction|methods?|materials and methods|results and discussion|discussion|conclusions?|引言|绪论|前言|导论|研究方法|讨论|结论|结语)\W*$|^\W*(?:[1-9](?:\.\d+)*\.?\s+|[一二三四五六七八九]、)\p{L}/iu;

/** Two signs are needed: an abstract, and a page of a work that has more. */
function isAbstract(markdown: string, { headings, words, isScholarly }: PageSigns): boolean {
  const hasAbstract = headings.some((heading) => ABSTRACT.test(heading)) || ABSTRACT_LABEL.test(markdown);
  return hasAbstract && (isScholarly || REST.test(words)) && !headings.some((heading) => BODY.test(heading));
}

/** Words that only a paywall shows. */
const WALL =
  /(?:subscribe|sign in|sign up|log in|register|join)(?: now| today)? to (?:continue|keep) reading|(?:continue|keep) reading(?: this (?:article|story))?,? (?:please )?(?:subscribe|sign in|log in|register)|(?:this|the full|the rest of this) (?:article|story|content|report) is (?:only )?(?:available )?(?:for|to|reserved for|exclusive to|exclusively for) (?:our )?(?:paying |paid |registered )?(?:subscribers|members)|subscribe to (?:read|unlock|view|access) (?:the )?(?:full|rest|this)|unlock (?:this|the full) (?:article|story)|(?:登录|登陆|注册|订阅|付费|购买|开通会员|开通VIP)(?:后|即可|以)(?:可)?(?:继续)?(?:阅读|查看|浏览)(?:全文|更多|全部|剩余|完整|本文)|(?:剩余|余下|还有)\s*\d+(?:\.\d+)?[%％](?:的)?(?:内容|未读|精彩)?|以下(?:为|内容为|内容需)付费|本文为(?:付费|会员)|(?:付费|会员)(?:后)?(?:解锁|阅读)全文|解锁全文|试读(?:结束|已结束)/i;
/** Words of a paywall that other pages have too, in their heads for instance. */
const OFFER =
  /already a (?:subscriber|member)|subscribers? only|free articles|(?:会员|订阅用户)(?:专享|专属|可见)|付费(?:阅读|内容|文章)/i;

function isWalled(size: number, { words, isNotFree }: PageSigns): boolean {
  return WALL.test(words) || (isNotFree && (OFFER.test(words) || size < SHORT));
}

const ENDS_EARLY =
  /(?:…|\.\.\.)[\s\]」”"'*)]*(?:\n+[^\n\p{L}]*)?(?:\[?(?:read (?:more|on|the full \w+)|continue reading|full (?:article|story)|阅读全文|查看全文|阅读更多|展开全文|查看更多)[^\n]{0,80})$/iu;
const EXCERPT =
  /(?:this|the following) is an? (?:edited |adapted )?(?:excerpt|extract) (?:from|of)|(?:^|\n)[*_ ]{0,4}(?:excerpted|extracted) from|(?:本文|以下)(?:内容)?(?:节选|摘编|摘录)自/i;

/** UTF-16 units at the end of the text that show whether it breaks off. */
const END = 300;

function isExcerpt(markdown: string, { words }: PageSigns): boolean {
  return ENDS_EARLY.test(markdown.slice(-END)) || EXCERPT.test(words);
}
