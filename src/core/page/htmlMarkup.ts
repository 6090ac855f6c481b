/** The third form of what a hover says, beside Markdown and plain text: HTML for the cards of a page. */

import { safeUrl } from '../base/safeUrl';
import { type Block, type Inline, type Line, linkOf, printable, WAYS, type WaysBlock } from '../evidence/cards/markup';
import { element, type Html, join, nothing, text } from './html';
import { hostBeside } from './safe/hosts';

/**
 * Blocks as HTML: paragraphs, quotations and rules. Every text is escaped, and a link leads only where the gate for
 * addresses lets it.
 *
 * @param quoteLanguage the language tag (BCP 47) of what is quoted
 * @param hasHost whether somebody answers the buttons that lead to local copies and to Zotero
 */
export function toHtml(blocks: readonly Block[], quoteLanguage: string | undefined, hasHost = false): Html {
  return join(blocks.map((block) => blockInHtml(block, quoteLanguage, hasHost)));
}

function blockInHtml(block: Block, lang: string | undefined, hasHost: boolean): Html {
  if (block.kind === 'rule') return element('hr', {});
  if (block.kind === 'ways') return waysInHtml(block, hasHost);
  const lines = block.lines.filter((line) => line.length > 0).map(lineInHtml);
  if (block.kind === 'lines') return element('p', {}, join(lines, element('br', {})));
  return element('blockquote', { lang }, join(lines, element('br', {})));
}

function waysInHtml({ place, url, inCopy, inZotero }: WaysBlock, hasHost: boolean): Html {
  const { source, passage, start, end } = place;
  const button = (to: 'copy' | 'zotero') =>
    element(
      'button',
      { type: 'button', class: 'way', 'data-way': to, 'data-place': `${passage} ${start} ${end} ${source}` },
      text(WAYS[to]()),
    );
  const ways = [
    ...(url === null ? [] : [inlineInHtml(linkOf(url))]),
    ...(hasHost && inCopy ? [button('copy')] : []),
    ...(hasHost && inZotero ? [button('zotero')] : []),
  ];
  return ways.length === 0 ? nothing : element('p', { class: 'ways' }, join(ways, text(' · ')));
}

function lineInHtml(line: Line): Html {
  return join(line.map(inlineInHtml));
}

function inlineInHtml(inline: Inline): Html {
  if (typeof inline === 'string') return shown(inline);
  switch (inline.kind) {
    case 'strong':
      return inline.text === '' ? nothing : element('strong', {}, shown(inline.text));
    case 'match':
      return element('mark', {}, shown(inline.text));
    case 'struck':
      return element('del', {}, shown(inline.text));
    case 'link': {
      const href = safeUrl(inline.url);
      if (href === null) return shown(inline.text);
      const link = element('a', { href, rel: 'noopener noreferrer' }, shown(inline.text));
      return join([link, hostBeside(inline.text, href)]);
    }
  }
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Parts of a line that are set off by dots are each by themselves: one from right to left would turn dates around. */
function shown(words: string): Html {
  const written = printable(words);
  if (!RIGHT_TO_LEFT.test(written) || !written.includes(' · ')) return text(written);
  return join(
    written.split(' · ').map((part) => element('bdi', {}, text(part))),
    text(' · '),
  );
}
