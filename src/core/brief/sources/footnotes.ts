/** Tells whether a footnote is a source or a remark. */

import type { Local, LocalSpan } from '../../base/text';
import { plainText } from '../../document/claims';
import type { FootnoteDraft } from '../blocks/drafts';
import { sentenceForm } from '../needs/sentenceForm';
import type { Field, SourceDeclaration } from '../types';
import { ADDRESS_ALONE, readReference } from './sourceEntries';

/**
 * Makes the source that a footnote declares. A footnote with a link, a DOI or a publication is a source, and one without
 * is a remark. A footnote without a text is a source that is yet to be written. Later paragraphs of a source
 * are shown behind it.
 *
 * @param content the span of its text, without the label
 * @returns null for a remark
 */
export function footnoteSource(
  text: string,
  { label: id, idSpan, span }: Local<Pick<FootnoteDraft, 'label' | 'idSpan' | 'span'>>,
  content: LocalSpan,
): Local<SourceDeclaration> | null {
  const reference = readReference(text, content);
  const written = text.slice(content.start, content.end);
  if (!reference.url && !reference.doi && written.trim() !== '' && !isPublication(written)) return null;
  const [first, ...later] = paragraphsOf(text, content);
  // A title from a later paragraph is read from all of them.
  const isRead = !reference.title || !first || reference.title.span.end > first.span.end;
  const words = isRead ? [] : later.filter(({ value }) => !ADDRESS_ALONE.test(value));
  const besides = [...(reference.besides ?? []), ...words];
  return {
    ...{ id, idSpan, span, declaredIn: 'footnote', quotes: [], ...reference },
    ...(besides.length > 0 ? { besides } : {}),
  };
}

const GAP = /\n[ \t]*\n/g;

/** Returns the paragraphs and other blocks of a footnote that blank lines part, without the white space around each. */
function paragraphsOf(text: string, { start, end }: LocalSpan): Local<Field>[] {
  const gaps = [...text.slice(start, end).matchAll(GAP)];
  const starts = [start, ...gaps.map(({ 0: gap, index }) => start + index + gap.length)];
  return starts.flatMap((from, i): Local<Field>[] => {
    const to = i < gaps.length ? start + (gaps[i]?.index ?? 0) : end;
    const written = text.slice(from, to);
    const value = written.trim();
    const at = from + written.length - written.trimStart().length;
    return value === '' ? [] : [{ value, span: { start: at, end: at + value.length } }];
  });
}

/** True if a text without an address names a publication, a law or a talk, and isn't a remark. */
function isPublication(content: string): boolean {
  if (PUBLICATION.some((pattern) => pattern.test(content))) return true;
  const plain = plainText(content).replace(/[.。]$/, '');
  if (plain.length > 300 || !REFERENCE.test(plain) || REMARK.test(plain)) return false;
  return sentenceForm(plain, 'en') !== 'sentence';
}

/** "K. Holm", "J. P. van den Berg" */
const INITIALED = String.raw`(?:\p{Lu}\.[ -]?){1,4}(?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}'’-]+`;
/** "Holm", "van den Berg and Ruiz" */
const NAME = String.raw`(?:\p{Lu}[\p{L}'’-]+|\p{Ll}{1,3})(?:(?: and| &)? \p{Lu}[\p{L}'’-]+){0,3}`;
/** "Ministry of the Sea", "Holm, K., & Ruiz, J." without its full stop */
const ORGANIZATION = String.raw`\p{Lu}[\p{L}'’.-]*(?:,? (?:&|of|for|and|the|on|de|et al|\p{Lu}[\p{L}'’.-]*)){0,20}`;

/** "Harbour Weekly", "Quay Press (Oslo)", "ポート新聞" */
const PUBLISHER = String.raw`(?:\p{Script=Latin}[\p{L}\p{N}.&'’-]*(?: [\p{L}\p{N}.&'’-]+){0,5}|\p{Script=Katakana}[\p{Script=Katakana}ー・\p{Script=Han}]{1,30})(?: ?[(（][^()（）\n]{1,30}[)）])?`;

/**
 * Patterns that each show a publication: an ISBN, a title in Chinese title marks, one in corner brackets with a year or
 * behind a publisher, the name of a file, a wiki link, author and year, authors with initials and a title in quotation
 * marks, a publisher and such a title, "ibid.".
 */
const PUBLICATION: readonly RegExp[] = [
  /^\s*[^\s<>:"|?*,;][^\n<>:"|?*,;]{0,150}\.(?:pdf|docx?|odt|rtf|xlsx?|csv|pptx?|epub|txt|md|html?|ipynb)(?:\s*[,;:(.–—-][^\n]{0,80})?\s*$/i,
  /^\s*\[\[[^\n]{1,300}\]\]/,
  /[「『][^」』\n]{2,100}[」』][^\n]{0,80}(?:19|20)\d\d/,
  new RegExp(String.raw`^\s*${PUBLISHER}[:：]? ?[「『][^「」『』\n]{6,150}[」』](?:[。.（(，,]|\s*$)`, 'u'),
  /\bISBN\b/,
  /《[^》\n]{1,100}》/,
  /^\s*(?:see )?\p{Lu}[\p{L}'’-]+(?:,| et al\.| and | & |\s\p{Lu})[^\n]{0,200}[(,.]\s?(?:19|20)\d\d[a-z]?(?:[),.;:]|$)/u,
  new RegExp(String.raw`^\s*(?:${NAME}|${ORGANIZATION}\.) ?\((?:19|20)\d\d[a-z]?(?:,[^()]{1,20})?\)[.,:]\s`, 'u'),
  new RegExp(String.raw`^\s*${INITIALED}(?:(?:, and|,| and| &) ${INITIALED}){0,20}(?: et al\.)?, ?[“"«「]`, 'u'),
  new RegExp(
    String.raw`^\s*${ORGANIZATION}, ?["“][\p{Lu}\p{N}][^"“”\n]{5,200}["”][.,]?(?: ?\([^()\n]{1,80}\))?[.,]?\s*$`,
    'u',
  ),
  /^\s*(?:[*_]{0,2}ibid|op\. ?cit|同上|前引)/i,
];

/** "Harbour Daily, 5 May 2024", "Convention on the Sea, Art. 113", "Interview with …", "商务部公告2025年第61号". */
const REFERENCE = new RegExp(
  [
    String.raw`^["“(]?\p{Lu}[^\n]*,[^\n]*(?:(?:19|20)\d\d|\b(?:[Aa]rt(?:icle)?|[Ss]ec(?:tion)?|No|[Vv]ol|pp?|[Pp]ara|[Cc]h)\.? ?\d|§ ?\d)`,
    `^(?:Authors?['’]s? )?(?:[Ii]nterview|[Cc]onversation|[Cc]orrespondence|[Pp]ersonal communication)s? `,
    String.raw`\p{Script=Han}(?:社|报|報|网|網|局|部|院|署|委|公司|公告|公报|年鉴|采访|访谈)[^\n]{0,60}(?:19|20)\d\d年`,
  ].join('|'),
  'u',
);

/** The start of a remark that has a comma and a year as well: "Own estimate, based on 2023 data". */
const REMARK =
  /^(?:an? |the |all |own |our |authors?['’]?s? (?!interview)|estimates?|figures?|data|numbers?|totals?|values?|shares?|prices?|includ|exclud|based|in |by |as |at |for |from |rounded|converted|calculated|defined|also|e\.g\.|see (?:above|below)|notes?|not |only |except|without|with |about|since|until|到|截至|按|不含|包括|含|根据)/i;
