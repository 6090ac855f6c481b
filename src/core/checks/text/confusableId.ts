import type { Brief, Field } from '../../brief';
import { type BlockTest, blocksWhere, declaredFiguresOf } from '../../model/meantBlocks';
import { type SourcesById, type SourceTest, sourcesWhere } from '../../model/meantSources';
import type { Finding, Fix } from '../../problem';
import { occurrencesOf } from '../../queries/occurrences';
import { hostOf } from '../../render/safeUrl';
import type { Span } from '../../text';
import { isOdd, type Oddity, oddityOfHost, oddityOfId, oddityOfUrl, plainForm } from '../confusables';
import { codePoint, listed, quoted, shown } from '../messages';
import type { Rule, RuleContext } from '../rule';

/** A name that is not the one that readers take it for. */
export const confusableId: Rule = {
  code: 'text/confusable-id',
  severity: 'warning',
  description: 'An id or a host that looks like another one, or has invisible characters in it.',
  *check(context): Iterable<Finding> {
    yield* sourceIds(context);
    yield* citedIds(context);
    yield* figureIds(context.brief);
    for (const url of oddUrlsOf(context.brief)) yield* urlFinding(context.brief, url);
  },
};

const hasOddId: SourceTest = ({ id }) => isOdd(id);

function* sourceIds({ brief, sources }: RuleContext): Iterable<Finding> {
  const firstOf = new Map<string, string>();
  for (const { id, declarations } of sourcesWhere(brief, hasOddId)) {
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
        message: `${shown(id)} and ${shown(twin)} look the same and are two sources. ${said(oddity)}Give one of them another id.`,
        related: other ? [{ message: `${shown(twin)} is declared here.`, span: other.idSpan }] : [],
      };
    } else if (oddity) {
      yield {
        span: here.idSpan,
        message: `${shown(id)} is not what it looks like. ${said(oddity)}A citation that is typed will not find it.`,
        fixes: () => renaming(brief, id, plain),
      };
    }
  }
}

/** Writes an id anew wherever it stands in the brief. */
function renaming(brief: Brief, id: string, plain: string): Fix[] {
  if (!isWritable(plain)) return [];
  const edits = [];
  for (const occurrence of occurrencesOf(brief, { kind: 'source', id })) {
    const { nameSpan } = occurrence;
    // What is declared elsewhere too, or written in another way than it is read, is not for one edit to change.
    if (occurrence.in === 'declaration' && occurrence.declaration.uri !== undefined) return [];
    if (brief.text.slice(nameSpan.start, nameSpan.end) !== id) return [];
    edits.push({ span: nameSpan, newText: plain });
  }
  return [{ title: `Rename to ${shown(plain)}`, edits, preferred: true }];
}

/** Whether an id can be written bare in a citation and in YAML. */
function isWritable(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(id);
}

const citesOddly: BlockTest = ({ citations }) => citations.some(({ items }) => items.some(({ id }) => isOdd(id)));

function* citedIds({ brief, sources }: RuleContext): Iterable<Finding> {
  for (const { citations } of blocksWhere(brief, citesOddly)) {
    for (const { form, items } of citations) {
      if (form === 'key-number') continue;
      for (const { id, span } of items) if (isOdd(id)) yield* citedFinding(brief, sources, { value: id, span });
    }
  }
  for (const { cites } of declaredFiguresOf(brief)) {
    for (const cited of cites) if (isOdd(cited.value)) yield* citedFinding(brief, sources, cited);
  }
}

/** A citation of what is declared is as the declaration is, where it is reported. */
function* citedFinding(brief: Brief, sources: SourcesById, { value: id, span }: Field): Iterable<Finding> {
  const plain = plainForm(id);
  if (sources.has(id) || !sources.has(plain)) return;
  const written = brief.text.slice(span.start, span.end);
  yield {
    span,
    message: `This looks like ${shown(plain)} and is another id. ${said(oddityOfId(id))}Write ${shown(plain)}.`,
    ...(written.includes(id)
      ? {
          fixes: () => [
            {
              title: `Write ${shown(plain)} in plain letters`,
              edits: [{ span, newText: written.replaceAll(id, () => plain) }],
              preferred: true,
            },
          ],
        }
      : {}),
  };
}

const refersOddly: BlockTest = ({ figureReferences }) => figureReferences.some(({ id }) => isOdd(id));

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
      message: `The figure ${quoted(id.value)} ${twin ? 'looks like another one' : 'is not called what it seems to be'}. ${said(oddity)}Give it another id.`,
      related: twin ? [{ message: `${quoted(twin.value)} is declared here.`, span: twin.span }] : [],
    };
  }
  for (const { figureReferences } of blocksWhere(brief, refersOddly)) {
    for (const { id, idSpan } of figureReferences) {
      const plain = plainForm(id);
      if (!isOdd(id) || ids.has(id) || !ids.has(plain)) continue;
      yield {
        span: idSpan,
        message: `This looks like ${quoted(plain)} and is another id. ${said(oddityOfId(id))}Write ${quoted(plain)}.`,
        fixes: () => [
          {
            title: `Write ${quoted(plain)} in plain letters`,
            edits: [{ span: idSpan, newText: plain }],
            preferred: true,
          },
        ],
      };
    }
  }
}

const hasOddUrl: SourceTest = ({ declarations }) =>
  declarations.some(({ url, uri }) => url && uri === undefined && isOddUrl(url.value));
const linksOddly: BlockTest = ({ links }) => links.some(({ link }) => isOddUrl(link.url.value));

function isOddUrl(url: string): boolean {
  return isOdd(url) && troubleOf(url) !== null;
}

function* oddUrlsOf(brief: Brief): Iterable<Field> {
  const own = brief.frontMatter?.url;
  if (own && isOddUrl(own.value)) yield own;
  for (const { declarations } of sourcesWhere(brief, hasOddUrl)) {
    for (const { url, uri } of declarations) if (url && uri === undefined && isOddUrl(url.value)) yield url;
  }
  for (const { links } of blocksWhere(brief, linksOddly)) {
    for (const { url } of links) if (isOddUrl(url.value)) yield url;
  }
}

/** What is odd in an address, and the address that it looks like. */
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
      ? 'This address is not what it looks like.'
      : `The host ${quoted(host)} looks like ${quoted(oddity.plain)} and is another one.`;
  yield {
    span,
    message: `${what} ${said(oddity)}Write the address that is meant.`,
    ...replacing(brief, span, url, plain),
  };
}

function replacing(brief: Brief, span: Span, url: string, plain: string): Pick<Finding, 'fixes'> {
  const written = brief.text.slice(span.start, span.end);
  if (!written.includes(url) || plain === url) return {};
  const edits = [{ span, newText: written.replace(url, () => plain) }];
  return { fixes: () => [{ title: `Write ${plain}`, edits, preferred: true }] };
}

/** What is odd, as a sentence with a space behind it. */
function said(oddity: Oddity | null): string {
  if (!oddity) return '';
  const { kind, characters } = oddity;
  const codes = characters.map(codePoint);
  const several = codes.length > 1;
  if (kind === 'invisible')
    return `It has ${several ? 'invisible characters' : 'an invisible character'} in it (${listed(codes)}). `;
  const shownCharacters = characters.map((character, i) => `"${character}" (${codes[i] ?? ''})`);
  return `${listed(shownCharacters)} ${several ? 'are no' : 'is no'} Latin letter${several ? 's' : ''}. `;
}
