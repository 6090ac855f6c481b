import type { Source } from '../../brief';
import type { Finding } from '../../problem';
import { shown } from '../messages';
import type { Rule } from '../rule';

/** A source that readers could not find, or would not know what it is. */
export const incomplete: Rule = {
  code: 'source/incomplete',
  severity: 'information',
  description: 'A source with no title, or with neither a URL, a DOI nor a publisher.',
  *check({ brief }): Iterable<Finding> {
    for (const source of brief.sources) {
      const { id, declarations } = source;
      const first = declarations.find(({ declaredIn }) => declaredIn !== 'inline');
      // A link in the text is reported as such, a bibliography in its own file, a broken entry at its error.
      if (!first || declarations.some(({ declaredIn, broken }) => declaredIn === 'bibliography' || broken)) continue;
      const message = whatLacks(source);
      if (message !== null) yield { span: first.idSpan, message: `Source ${shown(id)} has ${message}` };
    }
  },
};

function whatLacks(source: Source): string | null {
  const findable = source.url ?? source.doi ?? source.publisher;
  if (!source.title?.value) {
    return findable
      ? 'no title. Add one, so that readers know what it is.'
      : 'no title and no address. Add what it is and where it can be found.';
  }
  if (findable || isReference(source)) return null;
  return 'neither a URL, a DOI nor a publisher. Add one, so that readers can find it.';
}

/**
 * Whether an entry of a sources section is a reference in words: its publisher is somewhere in its text, which is all
 * taken as its title. A year and some words are as much as a printed reference has.
 */
function isReference({ title, declarations }: Source): boolean {
  if (!title || !declarations.some(({ declaredIn }) => declaredIn === 'section' || declaredIn === 'footnote'))
    return false;
  return /(?:1[5-9]|20)\d\d/.test(title.value) && widthOf(title.value) >= 20;
}

/** CJK characters say as much as two letters do. */
function widthOf(text: string): number {
  return (
    text.length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}
