import { codePoint, listed, plain as plainWords, quoted, shown } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { hostOf } from '../../base/safeUrl';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { writesIds } from '../../brief/citations';
import { firstFigureId } from '../../brief/queries/figureIds';
import { occurrencesOf } from '../../brief/queries/occurrences';
import type { Brief, Field, FigureReference } from '../../brief/types';
import { isOdd, type Oddity, oddityOfHost, oddityOfId, oddityOfUrl, plainForm } from '../confusables';
import { eachAddress, eachCitation, eachFigure, eachLink, eachReference, type RuleContext, sourceRule } from '../rule';

/** Reports names that readers take for other ones. */
export const confusableId = sourceRule({
  code: 'text/confusable-id',
  severity: 'warning',
  description: 'An id or a host that looks like another one, or has invisible characters in it.',
  where: ({ id }) => isOdd(id),
  *checkAll(odd, { brief, sources }): Iterable<Finding> {
    const firstOf = new Map<string, string>();
    for (const { id, declarations } of odd) {
      const plain = plainForm(id);
      const twin = sources.has(plain) ? plain : firstOf.get(plain);
      if (twin === undefined) firstOf.set(plain, id);
      const oddity = oddityOfId(id);
      const here = declarations.find(({ uri }) => uri === undefined);
      if (!here || (twin === undefined && !oddity)) continue;
      if (twin !== undefined) {
        const other = sources.get(twin)?.declarations.find(({ uri }) => uri === undefined);
        yield {
          span: here.idSpan,
          message: withOddity(
            oddity,
            say('{0} and {1} look the same, but are two sources.', shown(id), shown(twin)),
            say('Give one of them another id.'),
          ),
          related: other ? [{ message: say('{0} is declared here.', shown(twin)), span: other.idSpan }] : [],
        };
      } else if (oddity) {
        yield {
          span: here.idSpan,
          message: withOddity(
            oddity,
            say('{0} is not what it looks like.', shown(id)),
            say('A citation typed on the keyboard would not match it.'),
          ),
          fixes: () => renaming(brief, id, plain),
        };
      }
    }
  },
  also: [
    eachCitation({
      where: (citation) => writesIds(citation) && citation.items.some(({ id }) => isOdd(id)),
      *check({ items }, context) {
        for (const { id, span } of items) yield* citedFinding(context, { value: id, span });
      },
    }),
    eachFigure({
      *check({ id, cites }, context) {
        for (const cited of cites) yield* citedFinding(context, cited);
        if (id && isOdd(id.value)) yield* figureFinding(context.brief, id);
      },
    }),
    eachReference({ where: ({ id }) => isOdd(id), check: referenceFinding }),
    eachAddress({ where: isOddUrl, check: urlFinding }),
    eachLink({ where: ({ url }) => isOddUrl(url.value), check: ({ url }, context) => urlFinding(url, context) }),
    ({ brief }) => (brief.frontMatter?.url ? urlFinding(brief.frontMatter.url, { brief }) : []),
  ],
});

/** Replaces an id everywhere in the brief. */
function renaming(brief: Brief, id: string, plain: string): Fix[] {
  if (!isWritable(plain)) return [];
  const edits = [];
  for (const occurrence of occurrencesOf(brief, { kind: 'source', id })) {
    const { nameSpan } = occurrence;
    // One edit can't rename an id that is also declared elsewhere, or is written differently.
    if (occurrence.in === 'declaration' && occurrence.declaration.uri !== undefined) return [];
    if (brief.content.slice(nameSpan.start, nameSpan.end) !== id) return [];
    edits.push({ span: nameSpan, newText: plain });
  }
  return [{ title: say('Rename to {0}', shown(plain)), edits, preferred: true }];
}

/** True if an id needs no quotation marks or braces in a citation and in YAML. */
function isWritable(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id);
}

/** Reports a citation of an undeclared id that looks like a declared one. For a declared id, the declaration is reported. */
function* citedFinding({ brief, sources }: RuleContext, { value: id, span }: Field): Iterable<Finding> {
  const plain = plainForm(id);
  if (!isOdd(id) || sources.has(id) || !sources.has(plain)) return;
  const written = brief.content.slice(span.start, span.end);
  yield {
    span,
    message: withOddity(
      oddityOfId(id),
      say('This looks like {0}, but is a different id.', shown(plain)),
      say('Write {0}.', shown(plain)),
    ),
    ...(written.includes(id)
      ? {
          fixes: () => [
            {
              title: say('Write {0} in plain letters', shown(plain)),
              edits: [{ span, newText: written.replaceAll(id, () => plain) }],
              preferred: true,
            },
          ],
        }
      : {}),
  };
}

/** Reports the id of a figure where it is first declared. */
function* figureFinding(brief: Brief, id: Field): Iterable<Finding> {
  if (firstFigureId(brief, id.value) !== id) return;
  const twin = firstFigureId(brief, plainForm(id.value));
  const oddity = oddityOfId(id.value);
  if (!twin && !oddity) return;
  yield {
    span: id.span,
    message: withOddity(
      oddity,
      twin
        ? say('The figure {0} looks like another one.', quoted(id.value))
        : say('The id of the figure {0} is not what it looks like.', quoted(id.value)),
      say('Give it another id.'),
    ),
    related: twin ? [{ message: say('"{0}" is declared here.', plainWords(twin.value)), span: twin.span }] : [],
  };
}

function* referenceFinding({ id, idSpan }: FigureReference, { brief }: RuleContext): Iterable<Finding> {
  const plain = plainForm(id);
  if (firstFigureId(brief, id) || !firstFigureId(brief, plain)) return;
  yield {
    span: idSpan,
    message: withOddity(
      oddityOfId(id),
      say('This looks like "{0}", but is a different id.', plainWords(plain)),
      say('Write "{0}".', plainWords(plain)),
    ),
    fixes: () => [
      {
        title: say('Write "{0}" in plain letters', plainWords(plain)),
        edits: [{ span: idSpan, newText: plain }],
        preferred: true,
      },
    ],
  };
}

function isOddUrl(url: string): boolean {
  return isOdd(url) && troubleOf(url) !== null;
}

/** Returns what is odd in an address, and the address that it looks like; null if nothing is. */
function troubleOf(
  url: string,
): { readonly oddity: Oddity; readonly plain: string; readonly host: string | null } | null {
  const invisible = oddityOfUrl(url);
  if (invisible) return { oddity: invisible, plain: invisible.plain, host: null };
  const host = hostOf(url);
  const oddity = host === null ? null : oddityOfHost(host);
  if (host === null || !oddity) return null;
  const at = url.toLowerCase().indexOf(host);
  const plain = at < 0 ? url : url.slice(0, at) + oddity.plain + url.slice(at + host.length);
  return { oddity, plain, host };
}

function* urlFinding({ value: url, span }: Field, { brief }: Pick<RuleContext, 'brief'>): Iterable<Finding> {
  const trouble = isOdd(url) ? troubleOf(url) : null;
  if (!trouble) return;
  const { oddity, plain, host } = trouble;
  const what =
    host === null
      ? say('This address is not what it looks like.')
      : say('The host {0} looks like {1}, but is a different one.', quoted(host), quoted(oddity.plain));
  yield {
    span,
    message: withOddity(oddity, what, say('Write the intended address.')),
    ...replacing(brief, span, url, plain),
  };
}

function replacing(brief: Brief, span: Span, url: string, plain: string): Pick<Finding, 'fixes'> {
  const written = brief.content.slice(span.start, span.end);
  if (!written.includes(url) || plain === url) return {};
  const edits = [{ span, newText: written.replace(url, () => plain) }];
  return { fixes: () => [{ title: say('Write {0}', plain), edits, preferred: true }] };
}

/** Returns a message: the problem, what is odd, and the advice. */
function withOddity(oddity: Oddity | null, what: string, advice: string): string {
  return oddity ? say('{0} {1}', say('{0} {1}', what, said(oddity)), advice) : say('{0} {1}', what, advice);
}

/** Returns what is odd, as a sentence. */
function said({ kind, characters }: Oddity): string {
  const codes = characters.map(codePoint);
  const isOne = codes.length === 1;
  if (kind === 'invisible')
    return isOne
      ? say('It has an invisible character ({0}).', listed(codes))
      : say('It has invisible characters ({0}).', listed(codes));
  const letters = listed(characters.map((character, i) => say('"{0}" ({1})', character, codes[i] ?? '')));
  return isOne ? say('{0} is not a Latin letter.', letters) : say('{0} are not Latin letters.', letters);
}
