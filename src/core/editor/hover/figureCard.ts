import { digits, listed, shown } from '../../base/messages';
import { say } from '../../base/say';
import { sourceOf } from '../../brief/queries/citedSources';
import type { Brief, ChartKind, Figure, FigureContent } from '../../brief/types';
import type { Block, Line } from '../../evidence/cards/markup';
import { shorten, titleOf } from '../../evidence/cards/passage';

/** Describes a figure: what it shows and, except for a key number, its sources. */
export function figureCard(brief: Brief, { id, title, caption, content, cites, own }: Figure): Block {
  const name = title?.value ?? id?.value ?? '';
  const value = content?.kind === 'value' ? shownValue(content) : null;
  const first: Line =
    value === null
      ? [{ kind: 'strong', text: name }]
      : [{ kind: 'strong', text: value }, title ? ` · ${title.value}` : ''];
  // The verdict on a key number names its source.
  const rest = value === null ? [content ? kindOf(content) : '', caption ? shorten(caption.value) : ''] : [];
  const lines = [...rest, value === null ? sourcesOf(brief, cites, own) : ''].filter((line) => line !== '');
  return { kind: 'lines', lines: [first, ...lines.map((line): Line => [line])] };
}

function shownValue({ value, unit }: Extract<FigureContent, { readonly kind: 'value' }>): string {
  return unit ? `${value.value} ${unit.value}` : value.value;
}

function kindOf(content: FigureContent): string {
  switch (content.kind) {
    case 'data': {
      const from = 'rows' in content.data ? rows(content.data.rows.length) : content.data.path.value;
      return CHARTS_OF[content.chart](from);
    }
    case 'vega-lite':
      return say('Vega-Lite chart');
    case 'image':
      return say('Image {0}', content.path.value);
    default:
      return '';
  }
}

const CHARTS_OF: Readonly<Record<ChartKind, (from: string) => string>> = {
  bar: (from) => say('Bar chart of {0}', from),
  line: (from) => say('Line chart of {0}', from),
  area: (from) => say('Area chart of {0}', from),
  point: (from) => say('Point chart of {0}', from),
  pie: (from) => say('Pie chart of {0}', from),
  table: (from) => say('Table of {0}', from),
};

function rows(number: number): string {
  return number === 1 ? say('1 row') : say('{0} rows', digits(number));
}

function sourcesOf(brief: Brief, cites: Figure['cites'], own: boolean): string {
  if (own) return say("The author's own");
  const names = cites.map(({ value }) => {
    const source = sourceOf(brief, value);
    return source ? `${shown(value)} ${titleOf(source)}`.trim() : shown(value);
  });
  return names.length === 0 ? '' : say('From {0}', listed(names.map(shorten), 4));
}
