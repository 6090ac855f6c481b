import type { Brief, Figure, FigureContent } from '../../brief';
import { count, listed, shown } from '../../checks/messages';
import { sourceOf } from '../../queries';
import type { Block, Line } from './markup';
import { shorten, titleOf } from './passage';

/** What a figure shows, and what it rests on. */
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
      const what = content.chart === 'table' ? 'Table' : `${content.chart} chart`;
      const from = 'rows' in content.data ? count(content.data.rows.length, 'row') : content.data.path.value;
      return `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${from}`;
    }
    case 'vega-lite':
      return 'Vega-Lite chart';
    case 'image':
      return `Image ${content.path.value}`;
    default:
      return '';
  }
}

function sourcesOf(brief: Brief, cites: Figure['cites'], own: boolean): string {
  if (own) return "The author's own";
  const names = cites.map(({ value }) => {
    const source = sourceOf(brief, value);
    return source ? `${shown(value)} ${titleOf(source)}`.trim() : shown(value);
  });
  return names.length === 0 ? '' : `From ${listed(names.map(shorten), 4)}`;
}
