import { quoted } from '../../base/messages';
import type { Related } from '../../base/problem';
import { say } from '../../base/say';
import { fileRule } from '../rule';

/** Past this many errors a file is something else altogether. */
const MOST_SHOWN = 20;

/** An entry of a bibliography that cannot be read costs itself, and whoever cites it should know why. */
export const invalid = fileRule({
  code: 'bibliography/invalid',
  severity: 'error',
  description: 'An error in a bibliography or a style, shown where the brief names the file.',
  *checkFile({ name: { value, span }, file }) {
    for (const error of 'errors' in file ? file.errors.slice(0, MOST_SHOWN) : []) {
      const related: Related[] = file.uri
        ? [{ message: say('The error is here.'), span, elsewhere: { uri: file.uri, range: error.range } }]
        : [];
      const isNote = 'isNote' in error && error.isNote === true;
      yield isNote
        ? { span, severity: 'information', message: say('{0}: {1}', quoted(value), error.message), related }
        : { span, message: say('{0} has an error: {1}', quoted(value), error.message), related };
    }
  },
});
