import { quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { isTracked, meantAddress, siteOf, withoutTracking } from '../../base/urls';
import { sectionKindOf } from '../../brief/needs/sectionWords';
import { insightAt } from '../../brief/queries/blocks';
import type { Brief, Field, InlineLink, Insight } from '../../brief/types';
import { titleOfWords } from '../fixes/sources/addresses';
import { citeSource } from '../fixes/sources/citeSource';
import { eachAddress, linkRule } from '../rule';

/** Reports links used as sources: they have no title, no date and no place in the list of sources. */
export const inlineLink = linkRule({
  code: 'citation/inline-link',
  severity: 'hint',
  description: 'A bare link that could be a source, or a link with a tracking parameter.',
  where: ({ insight, url }, { insights }) => insights[insight ?? -1]?.citedVia === 'link' || isTracked(url.value),
  *check(link, { brief }): Iterable<Finding> {
    if (carriesClaim(brief, link)) {
      yield {
        span: link.span,
        message: say('This link is used as a source. Declare it and cite it, so that it is listed and can be checked.'),
        fixes: () => lift(brief, link),
      };
    } else if (isTracked(link.url.value)) yield tracked(brief, link.url);
  },
  also: [
    eachAddress({
      where: isTracked,
      *check(address, { brief }) {
        if (isWritten(brief, address)) yield tracked(brief, address);
      },
    }),
    function* ({ brief }) {
      const own = brief.frontMatter?.url;
      if (own && isTracked(own.value) && isWritten(brief, own)) yield tracked(brief, own);
    },
  ],
});

function isWritten({ content }: Brief, { value, span }: Field): boolean {
  return content.slice(span.start, span.end).includes(value);
}

/** True if the link is the only source of an insight. In a cited insight, a link is just a link. */
function carriesClaim(brief: Brief, link: InlineLink): boolean {
  const { insight: index } = link;
  const insight = index === null ? undefined : insightAt(brief, index);
  if (insight?.citedVia !== 'link') return false;
  const kind = insight.section === null ? undefined : brief.sections[insight.section]?.kind;
  return kind !== 'exempt' && kind !== 'sources' && !isValue(brief, insight, link);
}

/** True if an address is the value of a field, as in `**URL:** https://…`. After "Source:" it is the source of a claim. */
function isValue({ content }: Brief, { span, mustCite }: Insight, link: InlineLink): boolean {
  const label = /^([^\d:：]{1,30})[:：][*_\s]*$/.exec(content.slice(span.start, link.span.start))?.[1];
  const isAlone = /^[\s.。]*$/.test(content.slice(link.span.end, span.end));
  const isBare = content.slice(link.span.start, link.span.end).replace(/^<|>$/g, '') === link.url.value;
  return (
    label !== undefined && isAlone && isBare && mustCite !== 'warning' && sectionKindOf(label, false) !== 'sources'
  );
}

function tracked(brief: Brief, { value, span }: InlineLink['url']): Finding {
  const clean = withoutTracking(value);
  // The span may hold quotation marks around the value; they stay.
  const written = brief.content.slice(span.start, span.end);
  return {
    span,
    message: say('This address has a tracking parameter. {0} leads to the same page.', quoted(clean)),
    fixes: () => [
      {
        title: say('Remove the tracking parameters'),
        edits: [{ span, newText: written.replace(value, () => clean) }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** Makes a source of a link: it cites the source that has this address, or declares a new one. */
function lift(brief: Brief, link: InlineLink): Fix[] {
  const url = withoutTracking(meantAddress(link.url.value));
  const title = ownTitle(brief, link) ?? titleOfWords(link.text);
  const site = siteOf(url);
  const known = { ...(title !== null ? { title } : site !== null ? { publisher: site } : {}), url };
  return citeSource(brief, known, (mark) => replaceLink(brief, link, mark));
}

/** Returns the title of a link, such as `Annual report` in `[here](https://… "Annual report")`. */
function ownTitle({ text }: Brief, { span }: InlineLink): string | null {
  const title = /\s(?:"([^"\n]+)"|'([^'\n]+)')\s*\)$/.exec(text.slice(span.start, span.end));
  return titleOfWords(title?.[1] ?? title?.[2] ?? '');
}

/**
 * Replaces a link by a citation. Words that are part of the sentence stay, with the citation after them. A bare address is
 * removed, as is a link in its own parentheses.
 */
function replaceLink(brief: Brief, link: InlineLink, mark: string): { span: Span; newText: string } {
  const { text } = brief;
  const { start, end } = link.span;
  if (/[(（]/.test(text[start - 1] ?? '') && /[)）]/.test(text[end] ?? '')) {
    return { span: { start: start - 1, end: end + 1 }, newText: mark };
  }
  const written = text.slice(start, end);
  const label = /^\[(.*)\]\(/s.exec(written)?.[1];
  if (label === undefined || (titleOfWords(link.text) === null && !label.includes('![')))
    return { span: link.span, newText: mark };
  return { span: link.span, newText: `${label} ${mark}` };
}
