import { codePoint, listed, plain as plainWords, quoted, shown } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { hostOf } from '../../base/safeUrl';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { writesIds } from '../../brief/citations';
import { declaredFiguresOf } from '../../brief/queries/blocks';
import { blocksWith, sourcesWith } from '../../brief/queries/finders';
import { occurrencesOf } from '../../brief/queries/occurrences';
import type { SourcesById } from '../../brief/queries/sources';
import type { Brief, Field } from '../../brief/types';
import { isOdd, type Oddity, oddityOfHost, oddityOfId, oddityOfUrl, plainForm } from '../confusables';
import { briefRule, type RuleContext } from '../rule';

/** Reports names that readers take for other ones. */
export const confusableId = briefRule({
  code: 'text/confusable-id',
  severity: 'warning',
  description: 'An id or a host that looks like another one, or has invisible characters in it.',
  *check(context): Iterable<Finding> {
    yield* sourceIds(context);
    yield* citedIds(context);
    yield* figureIds(context.brief);
    for (const url of oddUrlsOf(context.brief)) yield* urlFinding(context.brief, url);
  },
});

const withOddId = sourcesWith(({ id }) => isOdd(id));

function* sourceIds({ brief, sources }: RuleContext): Iterable<Finding> {
  const firstOf = new Map<string, string>();
  for (const { id, declarations } of withOddId(brief)) {
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
}

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

const citingOddly = blocksWith(({ citations }) => citations.some(({ items }) => items.some(({ id }) => isOdd(id))));

function* citedIds({ brief, sources }: RuleContext): Iterable<Finding> {
  for (const { citations } of citingOddly(brief)) {
    for (const citation of citations) {
      if (!writesIds(citation)) continue;
      for (const { id, span } of citation.items)
        if (isOdd(id)) yield* citedFinding(brief, sources, { value: id, span });
    }
  }
  for (const { cites } of declaredFiguresOf(brief)) {
    for (const cited of cites) if (isOdd(cited.value)) yield* citedFinding(brief, sources, cited);
  }
}

/** Reports a citation of an undeclared id that looks like a declared one. For a declared id, the declaration is reported. */
function* citedFinding(brief: Brief, sources: SourcesById, { value: id, span }: Field): Iterable<Finding> {
  const plain = plainForm(id);
  if (sources.has(id) || !sources.has(plain)) return;
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

const referringOddly = blocksWith(({ figureReferences }) => figureReferences.some(({ id }) => isOdd(id)));

function* figureIds(brief: Brief): Iterable<Finding> {
  const ids = new Map<string, Field>();
  for (const { id } of declaredFiguresOf(brief)) if (id && !ids.has(id.value)) ids.set(id.value, id);
  for (const id of ids.values()) {
    if (!isOdd(id.value)) continue;
    const twin = ids.get(plainForm(id.value));
    const oddity = oddityOfId(id.value);
    if (!twin && !oddity) continue;
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
  for (const { figureReferences } of referringOddly(brief)) {
    for (const { id, idSpan } of figureReferences) {
      const plain = plainForm(id);
      if (!isOdd(id) || ids.has(id) || !ids.has(plain)) continue;
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
  }
}

const withOddUrl = sourcesWith(({ declarations }) =>
  declarations.some(({ url, uri }) => url && uri === undefined && isOddUrl(url.value)),
);
const linkingOddly = blocksWith(({ links }) => links.some(({ link }) => isOddUrl(link.url.value)));

function isOddUrl(url: string): boolean {
  return isOdd(url) && troubleOf(url) !== null;
}

function* oddUrlsOf(brief: Brief): Iterable<Field> {
  const own = brief.frontMatter?.url;
  if (own && isOddUrl(own.value)) yield own;
  for (const { declarations } of withOddUrl(brief)) {
    for (const { url, uri } of declarations) if (url && uri === undefined && isOddUrl(url.value)) yield url;
  }
  for (const { links } of linkingOddly(brief)) {
    for (const { url } of links) if (isOddUrl(url.value)) yield url;
  }
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

function* urlFinding(brief: Brief, { value: url, span }: Field): Iterable<Finding> {
  const trouble = troubleOf(url);
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
