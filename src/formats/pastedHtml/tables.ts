import { type CellSpreader, type SpannedCell, spanOf } from '../cellSpans';

/** All rows of a table are as wide as its widest: a short document could have more than there is memory for. */
const MOST_CELLS = 500_000;

/** A table while it is read. */
export class OpenTable {
  private readonly rows: { readonly cells: SpannedCell<string>[]; readonly group: number }[] = [];
  private group = 0;

  /** Begins a `thead`, `tbody` or `tfoot`. */
  beginGroup(): void {
    this.group++;
  }

  /** Ends the open row, and begins one. */
  row(): void {
    this.rows.push({ cells: [], group: this.group });
  }

  cell(colspan?: string, rowspan?: string): void {
    this.rows.at(-1)?.cells.push({ content: '', ...spanOf(colspan, rowspan) });
  }

  /** @returns false where no cell is open, so that the text is none of the table */
  add(text: string): boolean {
    const cell = this.rows.at(-1)?.cells.at(-1);
    if (!cell) return false;
    const words = text.replace(/\n/g, ' ').replace(/\|/g, '\\|');
    cell.content = cell.content === '' ? words : `${cell.content} ${words}`;
    return true;
  }

  /** Its rows as paragraphs, where it is no table. */
  paragraphs(): string[] {
    const rows = this.rows.filter(({ cells }) => cells.length > 0);
    return rows.map(({ cells }) => cells.map(({ content }) => content).join(' '));
  }

  /**
   * @param lead what each line starts with
   * @returns null where it is no table: one of one column is there for the layout of a page, and so is what would be mostly empty
   */
  markdown(lead: string, spreader: CellSpreader<string>): string | null {
    const rows = spreader.spread(this.rows).filter((row) => row.length > 0);
    const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
    if (width < 2 || width * this.rows.length > MOST_CELLS) return null;
    const line = (cells: readonly string[]) =>
      `${lead}| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
    const [header = [], ...body] = rows;
    return [line(header), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n');
  }
}
