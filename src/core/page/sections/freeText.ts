/** Texts of the front matter (summary, captions, cells), which the model hands over unread. */
import { declaredIds, resolveCitation } from '../../brief/blocks/resolve';
import { fingerprint } from '../../brief/queries/anchors';
import { canStartCitation, readCitation } from '../../document/citations';
import { mathEnd, texEnd } from '../../document/mathMarks';
import { element, type Html, text } from '../html';
import type { Replacement } from '../markdown/facts';
import { readText, renderInline, renderMarkdown } from '../markdown/markdown';
import { type Page, plainFacts } from '../page';
import { chip } from './cards';

/** Markdown of several paragraphs, with chips for its citations. */
export function renderFreeText(source: string, page: Page): Html {
  return renderMarkdown(readText(source), plainFacts(page, readFreeInserts(source, page)));
}

/** A text of one line, with chips for its citations. */
export function renderFreeLine(source: string, page: Page): Html {
  return renderInline(source, plainFacts(page, readFreeInserts(source, page)));
}

function readFreeInserts(source: string, page: Page): Replacement[] {
  const declared = declaredIds(new Set(page.sources.keys()));
  const context = fingerprint(source);
  const replacements: Replacement[] = [];
  let at = 0;
  while (at < source.length) {
    const skipped = opaqueEnd(source, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const found = canStartCitation(source, at) ? readCitation(source, at) : null;
    if (found?.kind === 'citation') {
      const resolved = resolveCitation(found, declared);
      if (resolved.kind === 'citation') {
        const html = resolved.items
          .map((item) => chip(item.id, context, page, { locator: item.locator }))
          .join('') as Html;
        replacements.push({ span: { start: at, end: resolved.end }, html, clings: true });
        at = resolved.end;
        continue;
      }
    }
    if (found?.kind === 'own') {
      const html = element('span', { class: 'tag tag-own' }, text(page.words.ownJudgement));
      replacements.push({ span: found.span, html, clings: true });
    }
    at = found ? Math.max(found.span.end, at + 1) : at + 1;
  }
  return replacements;
}

/** The end of an escape, code or math that starts here, else `at`. */
export function opaqueEnd(source: string, at: number): number {
  switch (source[at]) {
    case '\\':
      return Math.max(at + 2, texEnd(source, at));
    case '$':
      return Math.max(at, mathEnd(source, at));
    case '`': {
      let open = at;
      while (source[open] === '`') open++;
      const close = source.indexOf(source.slice(at, open), open);
      return close < 0 ? open : close + open - at;
    }
    default:
      return at;
  }
}
