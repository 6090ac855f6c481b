import { shown } from '../../base/messages';
import type { Finding, Related } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { comparableUrl } from '../../base/urls';
import { bibliographyAt } from '../../brief/sources/fileOf';
import type { Brief, SourceDeclaration } from '../../brief/types';
import { sourceRule } from '../rule';

/** Two entries with one id: a citation of it could mean either. */
export const duplicateId = sourceRule({
  code: 'source/duplicate-id',
  severity: 'error',
  description: 'Declarations of one source id that disagree.',
  where: ({ declarations }) => declarations.length > 1,
  *checkSource({ id, declarations }, { brief }): Iterable<Finding> {
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
