import type { In, Whole } from '../base/text';
import type { Field, SourceDeclaration } from '../brief/types';

/** Placeholder for the title of a new source, until its author replaces it. */
export const TITLE_OF_SOURCE = 'Title of the source';

/** Placeholders of our fixes and snippets, in both languages. In an entry of a list, the whole text is the title. */
const TITLE = /^(?:Title of the source|来源的标题|Title|标题)(?=$|[,.，。])/;
const PUBLISHER = /^(?:Publisher|Who published it|发布者|来源的发布者)$/;
const PASSAGE = /^(?:The passage that the claim rests on|论断所依据的原文段落)$/;

/** Returns the placeholders for a title, a publisher or a passage that nobody has replaced yet. */
export function placeholdersIn<W extends Whole>({
  title,
  publisher,
  quotes,
}: In<W, SourceDeclaration>): In<W, Field>[] {
  return [
    ...placeholderIn(title, TITLE),
    ...placeholderIn(publisher, PUBLISHER),
    ...quotes.flatMap(({ text, span }) => placeholderIn(span && { value: text, span }, PASSAGE)),
  ];
}

function placeholderIn<W extends Whole>(field: In<W, Field> | undefined, words: RegExp): In<W, Field>[] {
  const value = field && words.exec(field.value)?.[0];
  if (!field || value === undefined) return [];
  const { start } = field.span;
  return [{ value, span: { start, end: start + value.length } }];
}
