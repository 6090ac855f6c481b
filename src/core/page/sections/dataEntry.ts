/**
 * Attributes of an exported page with the fields of the brief, its sources and its figures, as the brief has them. An
 * imported page then becomes a brief with the same sources.
 */

import { eachSourceText } from '../../base/sourceFields';
import type { Unplaced } from '../../base/text';
import { dataOf } from '../../brief/figures/data';
import type { Field, Figure, Source } from '../../brief/types';
import type { Page } from '../page';

/** A chart with more rows has no such attribute: an import reads only its table, as far as the page shows it. */
const MOST_ROWS = 200;

type Fields = Readonly<Record<string, unknown>>;

const textOf = (field: Unplaced<Field> | undefined): string | undefined => field?.value;
const textsOf = (fields: readonly Unplaced<Field>[]): string[] => fields.map(({ value }) => value);

/**
 * Returns an attribute with the fields that an element shows. A preview has no such attribute, because nobody imports it.
 *
 * @param fieldsOf not called for a preview, which is rendered again at every key press
 */
export function dataEntry(
  { evidence }: Pick<Page, 'evidence'>,
  fieldsOf: () => Fields | null,
): { readonly 'data-entry'?: string } {
  const fields = evidence === 'on-demand' ? null : fieldsOf();
  if (fields === null) return {};
  const said = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return said.length === 0 ? {} : { 'data-entry': JSON.stringify(Object.fromEntries(said)) };
}

/** Returns the fields of the front matter that no other element has. */
export function headFields({ brief }: Page): Fields {
  const { title, frontMatter } = brief;
  return {
    title: title?.value,
    subtitle: frontMatter?.subtitle?.value,
    publisher: frontMatter?.publisher?.value,
    url: frontMatter?.url?.value,
    authors: textsOf(frontMatter?.authors ?? []),
    tags: textsOf(frontMatter?.tags ?? []),
    published: frontMatter?.published?.value,
    updated: frontMatter?.updated?.value,
    language: frontMatter?.language?.value,
    // A page doesn't include the file of a style.
    style: frontMatter?.style && /^[\w-]+$/.test(frontMatter.style.value) ? frontMatter.style.value : undefined,
    summary: frontMatter?.summary?.value,
  };
}

/** Returns the fields of a source, without its passages, which the page shows. */
export function sourceFields(source: Unplaced<Source>): Fields {
  const { title, ...otherTexts } = eachSourceText((name) => textOf(source[name]));
  return { id: source.id, title, authors: textsOf(source.authors), ...otherTexts, ...partsOf(source) };
}

function partsOf({ cite, copy }: Unplaced<Source>): Fields {
  return { cite: textOf(cite), copy: textOf(copy) };
}

/** Returns the fields of a figure with its data; null if it has no id, or too much data. */
export function figureFields(figure: Figure, { brief }: Page): Fields | null {
  const { id, content } = figure;
  if (!id || !content) return null;
  const fields = {
    id: id.value,
    title: textOf(figure.title),
    caption: textOf(figure.caption),
    alt: textOf(figure.alt),
    'as-of': textOf(figure.asOf),
    cites: textsOf(figure.cites),
    own: figure.own,
  };
  switch (content.kind) {
    case 'value':
      return { ...fields, value: content.value.value, unit: textOf(content.unit) };
    case 'image':
      return { ...fields, image: content.path.value };
    case 'vega-lite':
      return { ...fields, 'vega-lite': content.spec };
    case 'data': {
      const { chart, x, y, series } = content;
      const read = dataOf(content, figure.span, brief);
      const rows = read && 'rows' in read ? read.rows : 'rows' in content.data ? content.data.rows : null;
      if (rows && rows.length > MOST_ROWS) return null;
      const data = rows ?? ('path' in content.data ? content.data.path.value : []);
      return { ...fields, chart, x: textOf(x), y: textOf(y), series: textOf(series), data };
    }
    case 'table':
      return null;
  }
}
