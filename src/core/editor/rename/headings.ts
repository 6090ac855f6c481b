import { say } from '../../base/say';
import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import { type Name, type Occurrence, occurrencesOf, sectionSlugs } from '../../brief/queries/occurrences';
import type { Brief } from '../../brief/types';

/**
 * Renames a heading, and turns the links to it, and to those that change their number with it, to its new address.
 *
 * @returns a sentence where it can not have these words
 */
export function renameHeading(brief: Brief, name: Name, words: string): TextEdit[] | { readonly refused: string } {
  const heading = occurrencesOf(brief, name).find(({ declares }) => declares);
  if (!heading) return { refused: say('No heading of this brief is meant by this link.') };
  const first: TextEdit = { span: heading.nameSpan, newText: words };
  const after = parseChanged(brief, applyEdits(brief.text, [first]));
  const ids = (parsed: Brief) => parsed.sources.map(({ id }) => id).join('\n');
  if (ids(after) !== ids(brief))
    return { refused: say('Under this heading, what follows would no longer be read as the sources that it is now.') };
  const before = [...sectionSlugs(brief)];
  const slugs = [...sectionSlugs(after).values()];
  if (slugs.length !== before.length) return { refused: say('With these words the line would be no heading.') };
  const edits = [first];
  for (const [i, [id, slug]] of before.entries()) {
    const now = slugs[i] ?? slug;
    if (now === slug) continue;
    const links = occurrencesOf(brief, { kind: 'section', id }).filter(({ declares }) => !declares);
    if (now === '' && links.length > 0)
      return { refused: say('A link leads to this heading: it needs a letter or a digit in its words.') };
    for (const link of links) edits.push({ span: link.nameSpan, newText: asWritten(brief, link, now) });
  }
  return edits;
}

/** A fragment that was written with percent signs stays so. */
function asWritten({ text }: Brief, { nameSpan }: Occurrence, slug: string): string {
  return text.slice(nameSpan.start, nameSpan.end).includes('%') ? encodeURIComponent(slug) : slug;
}
