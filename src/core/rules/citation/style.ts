import { digits, quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Unplaced } from '../../base/text';
import { withoutTracking } from '../../base/urls';
import { countsOf } from '../../brief/queries/finders';
import { idOfNumber, numberedPassagesOf } from '../../brief/queries/sources';
import type { Brief, Citation, CitationForm, CitationItem, Slip } from '../../brief/types';
import { citationOf, citeInPlace, describeSource } from '../fixes/cite';
import { isAddressKept } from '../fixes/items';
import { addressesIn, titleOfWords } from '../fixes/sources/addresses';
import { citeSource } from '../fixes/sources/citeSource';
import { citationRule, eachSlip, type RuleContext } from '../rule';

/** Forms that are understood, and for which the brief would read better with the plain one. */
export const style = citationRule({
  code: 'citation/style',
  severity: 'hint',
  description: 'A citation that has a plainer form, or several forms in one brief.',
  where: ({ form, span }, { text }) => form === 'full-width' || text.startsWith('[[', span.start),
  *check(citation, context) {
    const better = plainForm(context, citation);
    if (better !== null) yield plainer(context.brief, citation, better);
  },
  also: [
    eachSlip({
      kinds: ['textual'],
      *check(slip, context) {
        yield textual(context, slip);
      },
    }),
    ({ brief }) => mixedForms(brief),
  ],
});

/** `[1]` for `【1】`, `［1］` and `[[1]]`; `[1](https://…)` for `[[1]](https://…)` where nothing else has that address. */
function plainForm({ brief, sources }: RuleContext, citation: Citation): string | null {
  if (citation.form !== 'full-width' && !brief.text.startsWith('[[', citation.span.start)) return null;
  const written = brief.content.slice(citation.span.start, citation.span.end);
  // What stands behind the number names lines of a page that a chat had.
  if (written.includes('†')) return `[${citation.items.map(numberOf).join(', ')}]`;
  if (citation.form === 'full-width') return `[${toPlain(written.slice(1, -1).trim())}]`;
  const [item] = citation.items;
  if (!item) return null;
  if (!citation.url) return `[${numberOf(item)}]`;
  // An address that leads to a source with another number must stay.
  const number = brief.content.slice(item.span.start, item.span.end);
  const isKept =
    idOfNumber(brief, number, item.span.start) === item.id && isAddressKept(sources.get(item.id), citation);
  return isKept ? `[${number}]` : `[${number}]${written.slice(written.indexOf(']]') + 2)}`;
}

/** Returns the number that cites an item where it stands: entries of a second list have a letter behind it in their ids. */
function numberOf({ id }: CitationItem): string {
  return id.replace(/^(\d+)[b-z]$/, '$1');
}

/** Full-width digits and punctuation as an input method writes them, in their plain forms. */
function toPlain(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s*[，、]\s*/g, ', ')
    .replace(/\s*；\s*/g, '; ')
    .replace(/[～−]/g, '-');
}

function plainer(brief: Brief, { span }: Citation, better: string): Finding {
  return {
    span,
    message: say(
      '{0} reads better in the plain form {1}.',
      quoted(brief.content.slice(span.start, span.end)),
      quoted(better),
    ),
    fixes: () => [
      { title: say('Write {0}', better), edits: [citeInPlace(brief, span, better)], preferred: true, safe: true },
    ],
  };
}

function textual({ brief, sources, ranker }: RuleContext, { span }: Slip): Finding {
  const written = brief.content.slice(span.start, span.end);
  return {
    span,
    message: say(
      '{0} names a source in words only. Declare it and cite it by its id, so that it can be checked.',
      quoted(written),
    ),
    fixes: () => {
      const [address] = addressesIn(written);
      if (address) {
        const title = titleOfWords(written.slice(1, -1).replace(/^[^:：]*[:：]\s*/, ''));
        const known = { ...(title === null ? {} : { title }), url: withoutTracking(address.url) };
        return citeSource(brief, known, (mark) => ({ span, newText: mark }));
      }
      return ranker()
        .alike(written)
        .map(
          (id, _, alike): Fix => ({
            title: say('Cite {0}', describeSource(sources.get(id), id)),
            edits: [{ span, newText: citationOf(id) }],
            ...(alike.length === 1 ? { preferred: true } : {}),
          }),
        );
    },
  };
}

type Kind = 'numbers' | 'keys' | 'superscripts' | 'footnotes';

const NAMES: Readonly<Record<Kind, () => string>> = {
  numbers: () => say('numbers'),
  keys: () => say('keys'),
  superscripts: () => say('superscripts'),
  footnotes: () => say('footnotes'),
};

const KINDS: Partial<Record<CitationForm, Kind>> = {
  numbered: 'numbers',
  'inline-link': 'numbers',
  'full-width': 'numbers',
  keyed: 'keys',
  narrative: 'keys',
  superscript: 'superscripts',
  footnote: 'footnotes',
};

/** A footnote that is not a source brings the citations of its own text along; it may stand beside any form. */
function isRemark({ form, items }: Unplaced<Citation>): boolean {
  return form === 'footnote' && items.every(({ id }) => !id.startsWith('^'));
}

function kindOf(citation: Unplaced<Citation>): Kind | null {
  return isRemark(citation) ? null : (KINDS[citation.form] ?? null);
}

const timesByKind = countsOf(({ citations }) => citations.flatMap((citation) => kindOf(citation) ?? []));

/** One hint for each form but the most frequent, at its first place. */
function* mixedForms(brief: Brief): Iterable<Finding> {
  if (timesByKind(brief).size < 2) return;
  const byKind = new Map<Kind, Citation[]>();
  // Beside numbers of passages, other sources have no numbers.
  const takesKeys = numberedPassagesOf(brief) !== null;
  for (const citation of brief.citations) {
    const kind = kindOf(citation);
    if (!kind || (takesKeys && kind === 'keys')) continue;
    const list = byKind.get(kind);
    if (list) list.push(citation);
    else byKind.set(kind, [citation]);
  }
  const [main, ...others] = [...byKind].sort(([, a], [, b]) => b.length - a.length);
  if (!main) return;
  const [mainKind, [mainFirst]] = main;
  for (const [kind, citations] of others) {
    const [first] = citations;
    if (!first || !mainFirst) continue;
    const [name, mainName] = [NAMES[kind](), NAMES[mainKind]()];
    const [here, there] = [digits(citations.length), digits(main[1].length)];
    yield {
      span: first.span,
      message:
        citations.length === 1
          ? say('This brief cites by {0} in 1 place and by {1} in {2}. Use one form throughout.', name, mainName, there)
          : say(
              'This brief cites by {0} in {1} places and by {2} in {3}. Use one form throughout.',
              name,
              here,
              mainName,
              there,
            ),
      related: [{ message: say('Here it cites by {0}.', mainName), span: mainFirst.span }],
      ...(kind === 'superscripts' && mainKind === 'numbers' ? { fixes: () => [bracketAll(brief, citations)] } : {}),
    };
  }
}

function bracketAll(brief: Brief, citations: readonly Citation[]): Fix {
  const written = (citation: Citation) => `[${citation.items.map(numberOf).join(', ')}]`;
  return {
    title: say('Write all superscripts in brackets'),
    edits: citations.map((citation) => citeInPlace(brief, citation.span, written(citation))),
    preferred: true,
  };
}
