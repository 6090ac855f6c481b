/**
 * Makes what is kept of an answer inert, as other programs open it, too. All words stay: numbers and quotations are looked up in
 * them. What would run is shown as text.
 */

/** Returns a text without control characters; Markdown also without active HTML, and with links to the web and to mail only. */
export function inertText(text: string, isMarkdown: boolean): string {
  const plain = text.replace(ESCAPE_SEQUENCES, '').replace(CONTROLS, ' ');
  return isMarkdown ? plain.replace(TAGS, inertTag).replace(TARGETS, inertTarget) : plain;
}

/** Sequences for terminals, such as those for colours (ECMA-48, 5.4). */
const ESCAPE_SEQUENCES = /(?![\t\n\f\r])\p{Cc}\[[0-?]{0,40}[ -/]{0,4}[@-~]/gu;
/** Control characters other than tabs, line breaks and the form feeds between pages. */
const CONTROLS = /(?![\t\n\f\r])\p{Cc}/gu;

/** Starts of tags, comments and addresses in angle brackets, and whole ones where they are well-formed. */
const TAGS =
  /\\?<(?:(!--(?:[^<>-]|-(?!-)){0,8000}-->)|((?:https?:\/\/|mailto:)[^\s<>]{1,4000}>)|(\/?)([a-z][a-z0-9]{0,20})((?:[\s/](?:[^<>"'`]|"[^"<>]*"|'[^'<>]*')*)?)>|(?=[a-z/!?]))/gi;

/** Elements that only shape text. */
const PASSIVE: ReadonlySet<string> = new Set(
  'a abbr b blockquote br caption center cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
);

/** Attributes that shape tables and lists, name pages, or lead to the web. */
const ATTRIBUTES =
  /\s(?:(?:colspan|rowspan|start)=(?:"\d{1,4}"|'\d{1,4}'|\d{1,4}(?![^\s/]))|id="[\w.:-]{1,80}"|href="https?:\/\/[^\s"<>`\\]{1,4000}")/gi;

function inertTag(
  written: string,
  comment: string | undefined,
  address: string | undefined,
  end = '',
  name = '',
  attributes = '',
): string {
  const isEscaped = written.startsWith('\\');
  if (!isEscaped && (comment !== undefined || address !== undefined)) return written;
  if (isEscaped || !PASSIVE.has(name.toLowerCase())) return `&lt;${written.slice(isEscaped ? 2 : 1)}`;
  return `<${end}${name}${end === '' ? (attributes.match(ATTRIBUTES) ?? []).join('') : ''}>`;
}

/** Starts of the targets of links and images, and of those that a definition gives (CommonMark 0.31.2, 4.7 and 6.3). */
const TARGETS = /\]([(:])(?=[\s>]*(?:<([^\n<>/?#]{0,80})|([^\s<>/?#]{0,80})([^\S\n]+[^\s"'(])?))/g;

/** Shows a link as text if it may lead elsewhere than to the web, to mail, or to a place beside the copy. */
function inertTarget(written: string, open: string, bracketed?: string, bare?: string, goesOn?: string): string {
  const start = bracketed ?? bare ?? '';
  if (/^\s*(?:https?|mailto):/i.test(start) || !/[:&\\]/.test(start)) return written;
  // A note, and other words behind a colon. A definition has nothing but a title behind its target.
  if (open === ':' && goesOn !== undefined) return written;
  return `]\\${open}`;
}
