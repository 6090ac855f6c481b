import type { SourceDeclaration } from '../../brief';
import type { Finding } from '../../problem';
import { shown } from '../messages';
import type { Rule } from '../rule';
import { comparableUrl } from '../urls';

/** Two entries with one id: a citation of it could mean either. */
export const duplicateId: Rule = {
  code: 'source/duplicate-id',
  severity: 'error',
  description: 'Declarations of one source id that disagree.',
  *check({ brief }): Iterable<Finding> {
    for (const { id, declarations } of brief.sources) {
      const first = declarations[0];
      if (!first || declarations.length < 2) continue;
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
            message: `Source ${shown(id)} is declared twice, and the two disagree. Give one of them another id.`,
            related: [
              {
                message: `${shown(id)} is ${there === first ? 'first' : 'also'} declared here.`,
                span: there.idSpan,
                ...(there.uri === undefined ? {} : { uri: there.uri }),
              },
            ],
          };
        }
        if (url !== undefined) urls.add(url);
        if (title !== undefined) titles.add(title);
      }
    }
  },
};

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
