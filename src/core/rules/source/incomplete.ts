import { shown } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { In, Unplaced, Whole } from '../../base/text';
import { isUntitled, untitledSources } from '../../brief/queries/untitledSources';
import type { Field, Source, SourceDeclaration } from '../../brief/types';
import { placeholdersIn } from '../placeholders';
import { sourceRule } from '../rule';

/** Reports sources that readers couldn't find, or couldn't identify. A list of bare addresses is reported once. */
export const incomplete = sourceRule({
  code: 'source/incomplete',
  severity: 'information',
  description: 'A source with no title or address, with a placeholder, or without the text whose passages are cited.',
  where: isIncomplete,
  *check(source, { brief }): Iterable<Finding> {
    const untitled = isUntitled(source) ? untitledSources(brief) : [];
    if (untitled.length < FEWEST_UNTITLED) yield* lacksOf(source);
    else if (source.id === untitled[0]?.id)
      yield* at(
        source,
        say(
          '{0} sources of the list have no title, {1} first. Add them, so that readers know what they are.',
          untitled.length,
          shown(source.id),
        ),
      );
  },
});

/** Fewest entries of a list without a title that are one finding: the list has addresses alone. */
const FEWEST_UNTITLED = 5;

/** Finds what one source lacks. */
function* lacksOf(source: Source): Iterable<Finding> {
  const left = source.declarations.filter(isOwn).flatMap(placeholdersIn);
  const message = left.length > 0 ? null : whatLacks(source);
  if (message !== null) yield* at(source, message);
  const cite = textMissing(source);
  if (cite)
    yield {
      span: cite.span,
      message: say(
        'The text of {0} is missing, so its passages cannot be checked. Add it as "text".',
        shown(source.id),
      ),
      commands: ['addArticleText'],
    };
  for (const { value, span } of left)
    yield {
      span,
      message: say('Source {0} still has the placeholder "{1}". Replace it.', shown(source.id), value),
    };
}

/** Reports at the id of a source's first declaration. */
function* at(source: Source, message: string): Iterable<Finding> {
  const own = source.declarations.find(isOwn);
  if (own) yield { span: own.idSpan, message };
}

/** True for a declaration other than a link in the text, which another rule reports. */
function isOwn({ declaredIn }: Unplaced<SourceDeclaration>): boolean {
  return declaredIn !== 'inline';
}

/** True if a source lacks something. A bibliography is reported in its own file, and a broken entry at its error. */
function isIncomplete(source: Unplaced<Source>): boolean {
  return (
    source.declarations.some(isOwn) &&
    !source.declarations.some(({ declaredIn, broken }) => declaredIn === 'bibliography' || broken) &&
    (whatLacks(source) !== null ||
      textMissing(source) !== undefined ||
      source.declarations.some((one) => isOwn(one) && placeholdersIn(one).length > 0))
  );
}

/**
 * Returns the field by which passages of a source are cited, if nothing names its text. A missing copy is reported at its
 * name.
 */
function textMissing<W extends Whole>({
  cite,
  textPath,
}: Pick<In<W, Source>, 'cite' | 'textPath'>): In<W, Field> | undefined {
  return textPath ? undefined : cite;
}

function whatLacks(source: Unplaced<Source>): string | null {
  const findable = source.url ?? source.doi ?? source.publisher;
  if (!source.title?.value) {
    return findable
      ? say('Source {0} has no title. Add one, so that readers know what it is.', shown(source.id))
      : say('Source {0} has no title and no address. Add them.', shown(source.id));
  }
  if (findable || isReference(source)) return null;
  return say(
    'Source {0} has neither a URL, a DOI nor a publisher. Add one, so that readers can find it.',
    shown(source.id),
  );
}

/**
 * True if an entry of a sources section is a reference in words: its publisher is somewhere in its text, which is all taken
 * as its title. A year and some words are as much as a printed reference has.
 */
export function isReference({ title, declarations }: Pick<Unplaced<Source>, 'title' | 'declarations'>): boolean {
  if (!title) return false;
  // The words of a footnote identify its source: a publication, a file, a note.
  if (declarations.some(({ declaredIn }) => declaredIn === 'footnote')) return true;
  if (!declarations.some(({ declaredIn }) => declaredIn === 'section')) return false;
  return /(?:1[5-9]|20)\d\d/.test(title.value) && widthOf(title.value) >= 20;
}

/** Returns the length of a text, with CJK characters counted twice: one says as much as two letters. */
function widthOf(text: string): number {
  return (
    text.length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}
