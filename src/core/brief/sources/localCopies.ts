import { derive } from '../../base/derive';
import type { Unplaced } from '../../base/text';
import type { SourceDeclaration, SourceText } from '../types';

/** Finds the local copy of a source among those that were read: paths mean what they mean where they are written. */
export const copyFinder = derive((texts: readonly SourceText[]) => {
  const byPlace = new Map(texts.map((text) => [keyOf(text.namedIn, text.path), text]));
  return (declarations: readonly Unplaced<SourceDeclaration>[]): SourceText | undefined => {
    const naming = declarations.find(({ textPath }) => textPath !== undefined);
    return naming?.textPath && byPlace.get(keyOf(naming.uri, naming.textPath.value));
  };
});

function keyOf(namedIn: string | undefined, path: string): string {
  return `${namedIn ?? ''}\n${path}`;
}
