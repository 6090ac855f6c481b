import type { Brief, InlineLink } from '../../brief';
import { type BlockTest, blocksWhere, insightAt } from '../../model/meantBlocks';
import { type SourceTest, sourcesWhere } from '../../model/meantSources';
import type { Finding, Fix } from '../../problem';
import { say } from '../../say';
import type { Span } from '../../text';
import { citationOf } from '../fixes/cite';
import { declareSource, newSourceId } from '../fixes/declareSource';
import { newSourceFile } from '../fixes/sourceInLibrary';
import { quoted, shown } from '../messages';
import type { Rule, RuleContext } from '../rule';
import { comparableUrl, isTracked, meantAddress, siteOf, withoutTracking } from '../urls';

/** A link that carries a claim is a source without a title, a date and a place in the list of sources. */
export const inlineLink: Rule = {
  code: 'citation/inline-link',
  severity: 'hint',
  description: 'A bare link that could be a source, or a link with a tracking parameter.',
  *check(context): Iterable<Finding> {
    const { brief } = context;
    const lift = sourceLifter(context);
    for (const { links } of blocksWhere(brief, hasLinks)) {
      for (const link of links) {
        if (carriesClaim(brief, link)) {
          yield {
            span: link.span,
            message: say(
              'This link stands for a source. Make it one and cite it, so that it is listed and can be checked.',
            ),
            fixes: () => lift(link),
          };
        } else if (isTracked(link.url.value)) yield tracked(brief, link.url);
      }
    }
    const urls = [
      ...[...sourcesWhere(brief, hasTrackedUrl)].flatMap(({ declarations }) =>
        declarations.flatMap(({ url, uri }) => (url && uri === undefined ? [url] : [])),
      ),
      ...(brief.frontMatter?.url ? [brief.frontMatter.url] : []),
    ];
    for (const url of urls) {
      const isWritten = brief.text.slice(url.span.start, url.span.end).includes(url.value);
      if (isTracked(url.value) && isWritten) yield tracked(brief, url);
    }
  },
};

const hasTrackedUrl: SourceTest = ({ declarations }) =>
  declarations.some(({ url, uri }) => url && uri === undefined && isTracked(url.value));

const hasLinks: BlockTest = ({ insights, links }) =>
  links.some(({ link: { insight, url } }) => insights[insight ?? -1]?.citedVia === 'link' || isTracked(url.value));

/** Only where the link is all that an insight rests on; in a cited insight, a link is just a link. */
function carriesClaim(brief: Brief, { insight: index }: InlineLink): boolean {
  const insight = index === null ? undefined : insightAt(brief, index);
  if (insight?.citedVia !== 'link') return false;
  const kind = insight.section === null ? undefined : brief.sections[insight.section]?.kind;
  return kind !== 'exempt' && kind !== 'sources';
}

function tracked(brief: Brief, { value, span }: InlineLink['url']): Finding {
  const clean = withoutTracking(value);
  // The span may hold quotation marks around the value; they stay.
  const written = brief.text.slice(span.start, span.end);
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
function sourceLifter({ brief }: RuleContext): (link: InlineLink) => Fix[] {
  let byUrl: Map<string, string> | null = null;
  return (link) => {
    if (!byUrl) {
      byUrl = new Map();
      for (const { id, url } of [...brief.sources].reverse()) if (url) byUrl.set(comparableUrl(url.value), id);
    }
    const url = meantAddress(link.url.value);
    const same = byUrl.get(comparableUrl(url));
    if (same !== undefined) {
      const edits = [replaceLink(brief, link, citationOf(same))];
      return [{ title: say('Cite {0}, which has this address', shown(same)), edits, preferred: true, certain: true }];
    }
    const site = siteOf(url);
    const title = titleOf(link);
    const known = {
      ...(title === null ? (site === null ? {} : { publisher: site }) : { title }),
      url: withoutTracking(url),
    };
    const made = newSourceFile(brief, known);
    const id = made?.id ?? newSourceId(brief, site?.split('.')[0] ?? 'source');
    const declaration = declareSource(brief, { id, ...known });
    if (!declaration && !made) return [];
    const cite = replaceLink(brief, link, citationOf(id));
    return [
      {
        title: say('Make it source {0}', shown(id)),
        edits: declaration ? [cite, declaration] : [],
        ...(made ? { inLibrary: { file: made.file, edits: [cite] } } : {}),
        preferred: true,
        certain: true,
      },
    ];
  };
}

/** The text of a link that says what is behind it; null for a bare address, or "here". */
function titleOf({ text }: InlineLink): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || /^(?:https?:\/\/|www\.)\S+$|^\S+\.[a-z]{2,6}(?:\/\S*)?$/i.test(words)) return null;
  return /^(?:here|link|source|this|read more|see|hier|quelle|ici|aquí|这里|链接|来源|原文)$/i.test(words)
    ? null
    : words;
}

/**
 * Words that are part of the sentence stay, with the citation after them; a bare address, and a link in parentheses of
 * its own, makes way for the citation.
 */
function replaceLink(brief: Brief, link: InlineLink, mark: string): { span: Span; newText: string } {
  const { text } = brief;
  const { start, end } = link.span;
  if (/[(（]/.test(text[start - 1] ?? '') && /[)）]/.test(text[end] ?? '')) {
    return { span: { start: start - 1, end: end + 1 }, newText: mark };
  }
  const written = text.slice(start, end);
  const label = /^\[(.*)\]\(/s.exec(written)?.[1];
  if (label === undefined || titleOf(link) === null) return { span: link.span, newText: mark };
  return { span: link.span, newText: `${label} ${mark}` };
}
