/** Pies, drawn as rings. */
import { FONT_SIZE, LINE_HEIGHT, PADDING, PALETTE } from './look';
import { cycled, type Json, type Plot } from './plot';
import { linesOf } from './textWidth';

/** Distance from a slice to its name, in pixels. */
const GAP = 16;

interface Label {
  readonly lines: readonly string[];
  /** Left end of its lines; their right end on the left side. */
  x: number;
  /** Vertical middle of its lines. */
  y: number;
  readonly side: number;
}

/** Draws a pie with the names beside their slices, for readers who can't tell the colours apart. */
export function pie({ rows, formats, ...plot }: Plot): Json {
  const width = plot.width - 2 * PADDING;
  const radius = Math.min(118, Math.round(width * 0.2));
  const room = width / 2 - radius - GAP;
  const total = rows.reduce((sum, { y }) => sum + y, 0) || 1;
  const labels: Label[] = [];
  let before = 0;
  for (const { c, y } of rows) {
    // The middle of the slice, clockwise from the top.
    const angle = (2 * Math.PI * (before + y / 2)) / total;
    const side = Math.sin(angle) < 0 ? -1 : 1;
    labels.push({
      lines: linesOf(`${c} ${formats.number(y)}`, FONT_SIZE, room),
      x: width / 2 + Math.sin(angle) * (radius + GAP),
      y: -Math.cos(angle) * (radius + GAP),
      side,
    });
    before += y;
  }
  const sides = [-1, 1].map((side) => labels.filter((label) => label.side === side));
  const height = Math.max(plot.height, ...sides.map((side) => side.reduce((sum, label) => sum + heightOf(label), 0)));
  for (const label of labels) label.y += height / 2;
  for (const side of sides) partLabels(side, height);
  // Names that were moved stay outside of the ring.
  for (const label of labels) {
    const out = Math.sqrt(Math.max(0, (radius + GAP) ** 2 - (label.y - height / 2) ** 2));
    label.x = width / 2 + label.side * Math.max(out, label.side * (label.x - width / 2));
  }
  const slices = rows.map(({ y }, o) => ({ y, o: String(o), at: o }));
  const order = slices.map(({ o }) => o);
  const scale = { domain: order, range: cycled(PALETTE, order.length) };
  return {
    width,
    height,
    autosize: { type: 'none' },
    layer: [
      {
        data: { values: slices },
        mark: { type: 'arc', outerRadius: radius, innerRadius: radius / 2 },
        encoding: {
          theta: { field: 'y', type: 'quantitative', stack: true },
          order: { field: 'at', type: 'quantitative' },
          color: { field: 'o', type: 'nominal', scale, legend: null },
        },
      },
      ...sides.map(names),
    ],
  };
}

/** The names on one side. */
function names(labels: readonly Label[]): Json {
  const values = labels.map(({ lines, x, y }) => ({
    label: lines.join('\n'),
    x,
    // The height of the first line.
    y: y - ((lines.length - 1) * LINE_HEIGHT) / 2,
  }));
  const align = (labels[0]?.side ?? 1) < 0 ? 'right' : 'left';
  return {
    data: { values },
    mark: { type: 'text', align, baseline: 'middle', lineHeight: LINE_HEIGHT },
    encoding: {
      text: { field: 'label', type: 'nominal' },
      x: { field: 'x', type: 'quantitative', scale: null, axis: null },
      y: { field: 'y', type: 'quantitative', scale: null, axis: null },
    },
  };
}

function heightOf({ lines }: Label): number {
  return lines.length * LINE_HEIGHT + 3;
}

/** Moves the names on one side of a pie apart where they overlap. */
function partLabels(labels: Label[], height: number): void {
  labels.sort((a, b) => a.y - b.y);
  let top = 0;
  for (const label of labels) {
    label.y = Math.max(label.y, top + heightOf(label) / 2);
    top = label.y + heightOf(label) / 2;
  }
  let bottom = height;
  for (const label of labels.toReversed()) {
    label.y = Math.min(label.y, bottom - heightOf(label) / 2);
    bottom = label.y - heightOf(label) / 2;
  }
}
