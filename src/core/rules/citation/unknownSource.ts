import { isNumber, listed, shown } from '../../base/messages';
import { once } from '../../base/once';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { meantAddress, withoutTracking } from '../../base/urls';
import { numberedPassagesOf } from '../../brief/queries/sources';
import { type Cited, undeclaredIn } from '../../brief/queries/undeclared';
import type { Brief } from '../../brief/types';
import { declareSource, type NewSource } from '../fixes/declareSource';
import { editsToDeclare } from '../fixes/sources/declareAll';
import { fileOfCited } from '../fixes/sources/sourceInLibrary';
import { nearestSourceOf } from '../nearest';
import { eachSlip, listRule } from '../rule';

/** Reports citations of ids that no source declares. Readers can't follow them. */
export const unknownSource = listRule({
  code: 'citation/unknown-source',
  severity: 'error',
  description: 'A citation of an id that no source declares.',
  list: ({ brief }) => (isCut(brief) ? [] : undeclaredIn(brief)),
  *checkAll(unknown, { brief, sources }) {
    for (const { includes, missing } of unknown.length > 0 ? KINDS : []) {
      const cited = unknown.filter(({ ids }) => ids.some(includes));
      const [first] = cited;
      const count = new Set(cited.flatMap(({ ids }) => ids)).size;
      const lacksList = count >= FEWEST_UNKNOWN && !isSome(sources.keys(), includes);
      if (first && lacksList) yield { span: first.span, ...missing(brief, cited) };
      else if (first && count >= FEWEST_GATHERED) yield gathered(brief, cited, first, count);
      else for (const one of cited) yield findingOf(brief, one);
    }
  },
  also: [
    eachSlip({
      kinds: ['undeclared-mention'],
      *check(slip, { brief }) {
        const span = { start: slip.span.start + 1, end: slip.span.end };
        const id = brief.content.slice(span.start, span.end);
        // Names of people, packages and parameters start with the same sign.
        if (!isCut(brief) && nearestSourceOf(brief)(id) !== null) yield findingOf(brief, { ids: [id], span });
      },
    }),
  ],
});

/** True if a brief is over the size limit: the text past it may declare what the rest cites. */
function isCut({ limits }: Brief): boolean {
  return limits.some(({ why }) => why === 'size');
}

function findingOf(brief: Brief, cited: Cited): Finding {
  const { ids, span } = cited;
  const beyond = beyondLast(brief, cited);
  if (beyond !== null) return { span, message: beyond };
  const near = once(() => (ids.length === 1 && ids[0] !== undefined ? nearestSourceOf(brief)(ids[0]) : null));
  return { span, message: () => message(ids, near()), fixes: () => fixes(brief, cited, near()) };
}

/** Says once that a list lacks many of the cited sources. */
function gathered(brief: Brief, cited: readonly Cited[], first: Cited, count: number): Finding {
  return {
    span: first.span,
    message: say(
      'Nothing declares {0} of the cited sources, {1} first. Add them to the sources, or cite others.',
      count,
      listed(first.ids.map(shown)),
    ),
    fixes: () => {
      const sources = new Map<string, NewSource>();
      for (const { ids, span } of cited)
        for (const id of ids) if (!sources.has(id)) sources.set(id, { id, ...addressOf(brief, span) });
      const inOrder = [...sources.values()].sort(({ id: a }, { id: b }) => (isNumber(a) ? Number(a) - Number(b) : 0));
      const edits = editsToDeclare(brief, inOrder);
      return edits.length === 0 ? [] : [{ title: say('Declare these {0} sources', count), edits, preferred: true }];
    },
  };
}

/** Fewest unknown ids of one kind that are one finding: whoever made the list left them out. */
const FEWEST_GATHERED = 5;

/** Fewest unknown ids of one kind, with none declared, that mean a missing list rather than a missing entry. */
const FEWEST_UNKNOWN = 3;

/** Kinds of ids that are declared in different places, and the message if such a place is missing. */
const KINDS: readonly {
  readonly includes: (id: string) => boolean;
  readonly missing: (brief: Brief, cited: readonly Cited[]) => Pick<Finding, 'message' | 'severity'>;
}[] = [
  {
    includes: isNumber,
    // A list begins with 1. Without it, the numbers may be those of another paper or of interviews.
    missing: (_, cited) => ({
      message: say('The cited numbers are not declared. Add a list of sources with these numbers.'),
      ...(cited.some(({ ids }) => ids.includes('1')) ? {} : { severity: 'information' }),
    }),
  },
  {
    includes: (id) => id.startsWith('^'),
    missing: () => ({
      message: say('No cited footnote is defined. Add a definition such as {0} for each.', '[^1]: …'),
    }),
  },
  {
    includes: (id) => !isNumber(id) && !id.startsWith('^'),
    // A text without front matter may be a chapter of a document that names the bibliography.
    missing: ({ frontMatter }) => ({
      message: say('The cited keys are not declared. Name their bibliography in the front matter.'),
      ...(frontMatter ? {} : { severity: 'information' }),
    }),
  },
];

function isSome(ids: Iterable<string>, includes: (id: string) => boolean): boolean {
  for (const id of ids) if (includes(id)) return true;
  return false;
}

/** Returns the message for a number past the last passage of a text; null for any other id. */
function beyondLast(brief: Brief, { ids }: Cited): string | null {
  const numbered = numberedPassagesOf(brief);
  if (!numbered || numbered.count === null || !ids.every(isNumber)) return null;
  return say(
    '{0} has {1} passages. Cite one of them instead of {2}.',
    shown(numbered.source),
    numbered.count,
    listed(ids.map(shown)),
  );
}

function message(ids: readonly string[], nearest: string | null): string {
  const what = listed(ids.map(shown));
  if (ids.length !== 1) return say('Nothing declares sources {0}. Add them to the sources, or cite another.', what);
  return nearest === null
    ? say('Nothing declares source {0}. Add it to the sources, or cite another.', what)
    : say('Nothing declares source {0}. Did you mean {1}?', what, shown(nearest));
}

function fixes(brief: Brief, { ids, span }: Cited, nearest: string | null): Fix[] {
  const id = ids[0];
  if (ids.length !== 1 || id === undefined) return [];
  const found: Fix[] = [];
  const written = brief.content.slice(span.start, span.end);
  // A number in the middle of a range isn't written anywhere.
  if (nearest !== null && replaceable(id, written) && fits(id, nearest) && !isRangeEnd(brief, span)) {
    found.push({
      title: say('Replace {0} by {1}', shown(id), shown(nearest)),
      edits: [{ span, newText: written.replace(id, () => nearest) }],
      preferred: true,
    });
  }
  const known = { id, ...addressOf(brief, span) };
  const declaration = declareSource(brief, known);
  const file = fileOfCited(brief, known);
  if (declaration || file) {
    const isOnly = found.length === 0;
    found.push({
      title: say('Declare source {0}', shown(id)),
      edits: declaration ? [declaration] : [],
      ...(file ? { inLibrary: { file, edits: [] } } : {}),
      ...(isOnly ? { preferred: true } : {}),
    });
  }
  return found;
}

/** Returns the address of a citation that is a link itself, as in `[¹](https://…)` and `[^1](https://…)`. */
function addressOf({ text, links }: Brief, { start, end }: Span): { readonly url?: string } {
  const around = links.find((link) => link.span.start <= start && end <= link.span.end);
  const isMark = around?.text.replace(/<\/?sup>/gi, '').trim() === text.slice(start, end);
  const behind = /^[\]】］]?\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/i.exec(text.slice(end, end + LONGEST));
  const url = around && isMark ? around.url.value : behind?.[1];
  return url === undefined ? {} : { url: withoutTracking(meantAddress(url)) };
}

const LONGEST = 2100;

/** True if the text is the id, with at most the caret of a footnote or YAML's quotation marks around it. */
function replaceable(id: string, written: string): boolean {
  return written.includes(id) && written.length <= id.length + 2;
}

/** True at an end of a range, which can't be replaced alone: `[5-7]` would become `[5-1]`. */
function isRangeEnd({ text }: Brief, { start, end }: Span): boolean {
  return (
    /[-–—−~～]\s?(?:\[)?$/.test(text.slice(Math.max(0, start - 3), start)) ||
    /^\]?\s?[-–—−~～]/.test(text.slice(end, end + 3))
  );
}

/** True if one id can replace another. A number can replace only a number, since a key needs an `@` before it. */
function fits(id: string, nearest: string): boolean {
  return isNumber(id) === isNumber(nearest) && id.startsWith('^') === nearest.startsWith('^');
}
