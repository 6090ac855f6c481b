/** The door to what becomes of a brief: pages, papers, other formats. Loaded with the first of them. */
export {
  type BibliographyFormat,
  writeBibliography,
} from './exporting/bibliography';
export { type Drawings, type ExportedBrief, exportContent, exportData, exportPieces } from './exporting/json';
export { tooLongForPage, tooLongForPdf, tooLongForWord } from './exporting/limits';
export { exportMarkdown } from './exporting/markdown';
export { type Paper, paperFor, paperStyle } from './exporting/paper';
export { type ChartJob, type ChartRequest, chartRequests, type DrawnChart, type DrawnCharts } from './figures/charts';
export type { EntryNode, StyledList, StyledSources } from './render/entries';
export type { FormulaNode, WrittenFormula } from './render/formulas';
export type { Part } from './render/parts';
export { cardsOf, type RenderedParts, type RenderOptions, renderBrief, renderParts } from './render/renderBrief';
export { renderPage } from './render/renderPage';
export { isSimplifiedChinese, saying, type Words } from './say';
