import { quoted } from '../../base/messages';
import type { Finding, Related } from '../../base/problem';
import { say } from '../../base/say';
import type { BibliographyFile, Field, StyleFile } from '../../brief/types';
import { briefRule } from '../rule';

/** Past this many errors a file is something else altogether. */
const MOST_SHOWN = 20;

/** An entry of a bibliography that cannot be read costs itself, and whoever cites it should know why. */
export const invalid = briefRule({
  code: 'bibliography/invalid',
  severity: 'error',
  description: 'An error in a bibliography or a style, shown where the brief names the file.',
  *check({ brief: { frontMatter, bibliography, style } }): Iterable<Finding> {
    yield* errorsIn(frontMatter?.bibliography ?? [], bibliography);
    if (frontMatter?.style && style?.file) yield* errorsIn([frontMatter.style], [style.file]);
  },
  *checkConfig({ file: { config, bibliography, style } }): Iterable<Finding> {
    yield* errorsIn(config.bibliography, bibliography);
    if (config.style && style) yield* errorsIn([config.style], [style]);
  },
});

/** The errors of the files that paths name, each at its path. */
function* errorsIn(paths: readonly Field[], files: readonly (BibliographyFile | StyleFile)[]): Iterable<Finding> {
  for (const { value, span } of paths) {
    const file = files.find(({ path }) => path === value);
    for (const error of file?.errors.slice(0, MOST_SHOWN) ?? []) {
      const related: Related[] = file?.uri
        ? [{ message: say('The error is here.'), span, elsewhere: { uri: file.uri, range: error.range } }]
        : [];
      const isNote = 'isNote' in error && error.isNote === true;
      yield isNote
        ? { span, severity: 'information', message: say('{0}: {1}', quoted(value), error.message), related }
        : { span, message: say('{0} has an error: {1}', quoted(value), error.message), related };
    }
  }
}
