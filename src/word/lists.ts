/** Lists as Word numbers them. */
import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from 'docx';
import { type Element, elementsBelow } from './page';

/** The indent of each level of a list, in twentieths of a point. */
export const INDENT = 400;

const BULLETS = ['•', '–', '▪'];
const LEVELS = Array.from({ length: 9 }, (_, level) => level);

/** The lists that a page needs: one with bullets, and one for each number that a list of it starts with. */
export function numberingOf(page: Element): NumberingDefinition[] {
  const lists = [...elementsBelow(page)].filter(({ name }) => name === 'ol');
  const starts = new Set([1, ...lists.map(({ attributes }) => Number(attributes['start'] ?? 1))]);
  return [
    {
      reference: 'bullets',
      levels: LEVELS.map((level) => levelOf(level, LevelFormat.BULLET, BULLETS[level % 3] ?? '•')),
    },
    ...[...starts].map((start) => ({
      reference: `numbers-${start}`,
      levels: LEVELS.map((level) => ({ ...levelOf(level, LevelFormat.DECIMAL, `%${level + 1}.`), start })),
    })),
  ];
}

function levelOf(level: number, format: ILevelsOptions['format'] & string, text: string): ILevelsOptions {
  const indent = { left: (level + 1) * INDENT, hanging: INDENT };
  return { level, format, text, alignment: AlignmentType.START, style: { paragraph: { indent } } };
}
