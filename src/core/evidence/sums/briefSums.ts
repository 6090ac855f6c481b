/** Finds the wrong sums in a brief's tables and figures. */
import { derive } from '../../base/derive';
import type { Field, In, Whole } from '../../base/text';
import type { TableDraft } from '../../brief/blocks/drafts';
import type { ResolvedBlock } from '../../brief/blocks/parsedBlock';
import { fileOfFigure } from '../../brief/figures/data';
import { declaredFiguresOf } from '../../brief/queries/blocks';
import { meaningsWith } from '../../brief/queries/finders';
import type { Brief, DataFile, Figure } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import { placed } from '../../document/moved';
import { tableOfFigure } from '../lookup/tableStatements';
import { readGrid } from './grid';
import { type WrongSum, wrongSums } from './tableSums';

/** Gives the wrong sums in tables of the body, then those in the rows of figures; each in order, and at its place. */
export function wrongSumsOf(brief: Brief): readonly WrongSum[] {
  const { language } = brief;
  return [
    ...withWrongSums(brief).flatMap(({ meaning, at }) => placed<readonly WrongSum[]>(wrongInBlock(meaning), at)),
    ...declaredFiguresOf(brief).flatMap((figure) => wrongInFigure(figure, fileOfFigure(figure, brief), language)),
  ];
}

const withWrongSums = meaningsWith(
  (meaning) => meaning.dependencies.reading.tables.length > 0 && wrongInBlock(meaning).length > 0,
);

const wrongInBlock = derive(({ dependencies: { reading, language } }: ResolvedBlock): readonly WrongSum<'block'>[] =>
  reading.tables.flatMap((table) => wrongInTable(table, language)),
);

const wrongInTable = derive(({ rows }: TableDraft, language: string) => wrongIn(rows, language));

const wrongInFigure = derive((figure: Figure, file: DataFile | undefined, language: string) => {
  const table = tableOfFigure(figure, file);
  const wrong = table ? wrongIn(table.rows, language) : [];
  if (!file || figure.content?.kind !== 'data' || !('path' in figure.content.data)) return wrong;
  const { span } = figure.content.data.path;
  return wrong.map((sum) => ({ ...sum, shown: { ...sum.shown, span }, from: [] }));
});

function wrongIn<W extends Whole>(
  rows: readonly (readonly In<W, Field>[])[],
  language: string,
): readonly WrongSum<W>[] {
  const words = rows.flatMap((row) => row.map(({ value }) => value)).join(' ');
  const grid = readGrid(rows, languageOfPart(words, language));
  return grid ? wrongSums(grid) : [];
}
