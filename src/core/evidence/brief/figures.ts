/** The evidence of the figures that a brief declares. */

import { derive } from '../../base/derive';
import type { InText } from '../../base/text';
import { fileOfFigure } from '../../brief/figures/data';
import type { Brief, DataFile, Figure } from '../../brief/types';
import { lookUp } from '../lookup/lookUp';
import { figureStatements } from '../lookup/statements';
import { rowsOf, tableOfFigure } from '../lookup/tableStatements';
import type { SourcesFacts } from '../lookup/types';
import type { ClaimEvidence } from '../verdicts';
import { sourcesFactsOf, uncited } from './insights';

/** The evidence of a figure that isn't a table of the body. */
export function evidenceInFigure(brief: Brief, figure: Figure): InText<ClaimEvidence> {
  const written = brief.content.slice(figure.span.start, figure.span.end);
  const file = fileOfFigure(figure, brief);
  return evidenceOfFigureIn(figure, sourcesFactsOf(brief), brief.language, written, file);
}

const evidenceOfFigureIn = derive(
  (figure: Figure, facts: SourcesFacts, language: string, written: string, file: DataFile | undefined) => {
    const table = tableOfFigure(figure, file);
    const statements = [
      ...figureStatements(figure, language, written),
      ...(table ? rowsOf(table).flatMap((row) => row.statements(language, figure.span.start)) : []),
    ];
    return lookUp(figure.own ? statements.map(uncited) : statements, facts);
  },
);
