import type { Field, SourceDeclaration } from '../brief/types';

/** What stands for the title of a new source until its author has written it. */
export const TITLE_OF_SOURCE = 'Title of the source';

/** What our fixes and snippets write, in both languages; the entry of a list is all title. */
const TITLE = /^(?:Title of the source|来源的标题|Title|标题)(?=$|[,.，。])/;
const PUBLISHER = /^(?:Publisher|Who published it|发布者|来源的发布者)$/;
const PASSAGE = /^(?:The passage that the claim rests on|论断所依据的原文段落)$/;

/** The words of an entry that stand for a title, a publisher or a passage, and that nobody has replaced yet. */
export function placeholdersIn({ title, publisher, quotes }: SourceDeclaration): Field[] {
  return [
    ...placeholderIn(title, TITLE),
    ...placeholderIn(publisher, PUBLISHER),
    ...quotes.flatMap(({ text, span }) => placeholderIn(span && { value: text, span }, PASSAGE)),
  ];
}

function placeholderIn(field: Field | undefined, words: RegExp): Field[] {
  const value = field && words.exec(field.value)?.[0];
  if (!field || value === undefined) return [];
  const { start } = field.span;
  return [{ value, span: { start, end: start + value.length } }];
}
