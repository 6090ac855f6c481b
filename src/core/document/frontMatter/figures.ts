import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { spanFrom } from '../moved';
import type { CellPlace, Figure, FigureContent } from '../types/figure';
import type { Cell } from '../types/source';
import { type Entry, type Findings, fieldsOf, readEntry, textOf } from './entry';
import { readId, readIds } from './ids';
import { CHARTS, figureSchema } from './schemas';
import { firstLine, notAMap } from './sources';
import type { YamlNode } from './yaml/yamlTree';

type DeclaredIn = 'front-matter' | 'block';

/** The figure that an entry of `figures`, or a fenced block, declares. */
export function readFigure(node: YamlNode | null, span: Span, declaredIn: DeclaredIn, findings: Findings): Figure {
  if (node?.kind !== 'map') {
    findings.errors.push({ span: node?.span ?? span, message: notAMap(node, 'figure') });
    return brokenFigure(null, span, declaredIn);
  }
  const place = firstLine(span, findings);
  const entry = readEntry('figure', node, figureSchema, place, findings);
  const asOf = textOf(entry, 'as-of');
  return {
    id: readId(entry),
    span,
    declaredIn,
    ...fieldsOf(entry, ['title', 'caption', 'alt']),
    ...(asOf === undefined ? {} : { asOf }),
    cites: readIds(entry, 'cites'),
    own: textOf(entry, 'own')?.value === 'true',
    content: contentOf(entry, { figure: span, place }, findings),
    section: null,
  };
}

/** Returns a figure without content, for an entry whose id alone could be read, or not even its id. */
export function brokenFigure(id: Figure['id'], span: Span, declaredIn: DeclaredIn): Figure {
  return { id, span, declaredIn, cites: [], own: false, content: null, section: null };
}

const CONTENT_KEYS = ['value', 'data', 'vega-lite', 'image'] as const;

/** The span of a figure, and the span of its first line, where its problems are shown. */
interface Spans {
  readonly figure: Span;
  readonly place: Span;
}

function contentOf(entry: Entry, { figure, place }: Spans, findings: Findings): FigureContent | null {
  const given = [...entry.pairs].filter(([key, { value }]) => isContentKey(key) && value !== null);
  const [first, ...others] = given;
  if (first === undefined) {
    const span = entry.pairs.get('id')?.value?.span ?? place;
    findings.errors.push({
      span,
      message: say('This figure shows nothing: add one of value, data, vega-lite and image.'),
    });
    return null;
  }
  for (const [, { key, keySpan }] of others) {
    const message = say('A figure shows one thing, here "{1}". Remove "{0}" or "{1}".', key, first[0]);
    findings.errors.push({ span: keySpan, message });
  }
  const [key, { value: node }] = first;
  if (node === null || entry.invalid.has(key)) return null;
  if (key === 'data') return dataOf(entry, node, figure);
  if (key === 'vega-lite') return { kind: 'vega-lite', spec: plainValue(node), span: node.span };
  const value = textOf(entry, key);
  if (value === undefined) return null;
  return key === 'image' ? { kind: 'image', path: value } : { kind: 'value', value, ...fieldsOf(entry, ['unit']) };
}

function isContentKey(key: string): boolean {
  return CONTENT_KEYS.some((known) => known === key);
}

/** @param figure the place of the figure */
function dataOf(entry: Entry, node: YamlNode, figure: Span): FigureContent | null {
  const written = textOf(entry, 'chart')?.value;
  const columns = {
    chart: CHARTS.find((kind) => kind === written) ?? 'table',
    ...fieldsOf(entry, ['x', 'y', 'series']),
  };
  const path = textOf(entry, 'data');
  if (path !== undefined) return { kind: 'data', ...columns, data: { path } };
  if (node.kind !== 'list') return null;
  const rows: Readonly<Record<string, Cell>>[] = [];
  const places: Readonly<Record<string, CellPlace>>[] = [];
  for (const item of node.items) {
    if (item?.kind !== 'map') continue;
    const row: Record<string, Cell> = Object.create(null);
    const placesInRow: Record<string, CellPlace> = Object.create(null);
    for (const { key, keySpan, value } of item.pairs) {
      row[key] = cellOf(value);
      placesInRow[key] = { key: spanFrom(keySpan, figure), value: value && spanFrom(value.span, figure) };
    }
    rows.push(row);
    places.push(placesInRow);
  }
  return { kind: 'data', ...columns, data: { rows, places } };
}

// The numbers of JSON: `007` is a code, and stays text.
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

function cellOf(node: YamlNode | null): Cell {
  if (node?.kind !== 'text') return null;
  return node.plain && NUMBER.test(node.value) ? Number(node.value) : node.value;
}

/** The JSON value that a specification stands for; objects have no prototype. */
function plainValue(node: YamlNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'text') {
    if (node.plain && /^(?:true|True|TRUE)$/.test(node.value)) return true;
    if (node.plain && /^(?:false|False|FALSE)$/.test(node.value)) return false;
    return cellOf(node);
  }
  const plain: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.pairs) plain[key] = plainValue(value);
  return plain;
}
