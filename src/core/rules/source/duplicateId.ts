import { isNumber, shown } from '../../base/messages';
import type { Finding, Related } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { numberedPassagesOf } from '../../brief/queries/sources';
import { bibliographyAt } from '../../brief/sources/fileOf';
import { isCitedByPassage } from '../../brief/sources/numberedPassages';
import type { Brief, Source, SourceDeclaration } from '../../brief/types';
import { sourceRule } from '../rule';

/** Two entries with one id: a citation of it could mean either. */
export const duplicateId = sourceRule({
  code: 'source/duplicate-id',
  severity: 'error',
  description: 'Two declarations of the same source id or number that disagree.',
  where: (source) => source.declarations.length > 1 || isCitedByPassage(source),
  *check(source, { brief }): Iterable<Finding> {
    yield* numbersTwice(brief, source);
    const { id, declarations } = source;
    const first = declarations[0];
    if (!first) return;
    const urls = new Set<string>();
    const titles = new Set<string>();
    for (const declaration of declarations) {
      const url = urlOf(declaration);
      const title = declaration.title && comparableTitle(declaration.title.value);
      const same = (url !== undefined && urls.has(url)) || (title !== undefined && titles.has(title));
      const differs = (url !== undefined && urls.size > 0) || (title !== undefined && titles.size > 0);
      // Of two files, the brief's own is the one to mend here.
      const [here, there] = declaration.uri === undefined ? [declaration, first] : [first, declaration];
      if (!same && differs && here.uri === undefined) {
        yield {
          span: here.idSpan,
          message: say('Source {0} is declared twice, and the two disagree. Give one of them another id.', shown(id)),
          related: placeOf(
            brief,
            there,
            there === first
              ? say('{0} is first declared here.', shown(id))
              : say('{0} is also declared here.', shown(id)),
          ),
        };
      }
      if (url !== undefined) urls.add(url);
      if (title !== undefined) titles.add(title);
    }
  },
});

/** Numbers that would cite two things: passages of two sources, or a passage and a source. */
function* numbersTwice(brief: Brief, source: Source): Iterable<Finding> {
  const numbered = isCitedByPassage(source) ? numberedPassagesOf(brief) : null;
  if (!numbered) return;
  const first = brief.sources.find(({ id }) => id === numbered.source);
  const related = first?.cite
    ? [{ message: say('{0} has "cite: passages" here.', shown(first.id)), span: first.cite.span }]
    : [];
  if (source.id !== numbered.source) {
    const message = say('Plain numbers cite the passages of {0} already. Remove "cite" here.', shown(numbered.source));
    yield { span: source.cite?.span ?? NOWHERE, message, related };
    return;
  }
  for (const { id, declarations } of brief.sources) {
    const own = declarations.find(({ uri }) => uri === undefined);
    const isPassage = isNumber(id) && numbered.count !== null && Number(id) <= numbered.count;
    if (!own || !isPassage) continue;
    const message = say(
      '{0} may be this source or a passage of {1}. Give the source a key.',
      shown(id),
      shown(source.id),
    );
    yield { span: own.idSpan, message, related };
  }
}

/** The place of a declaration; none where it stands in a file whose lines are not known. */
function placeOf(brief: Brief, { uri, idSpan }: SourceDeclaration, message: string): Related[] {
  if (uri === undefined) return [{ message, span: idSpan }];
  const file = bibliographyAt(brief, uri);
  if (!file?.lines) return [];
  const named = brief.frontMatter?.bibliography.find(({ value }) => value === file.path);
  return [{ message, span: named?.span ?? NOWHERE, elsewhere: { uri, range: file.lines.rangeOf(idSpan) } }];
}

/** A bibliography of the whole folder is not named in the brief. */
const NOWHERE: Span = { start: 0, end: 0 };

function urlOf({ url, doi }: SourceDeclaration): string | undefined {
  if (url) return comparableUrl(url.value);
  return doi && comparableUrl(`doi.org/${doi.value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')}`);
}

function comparableTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
