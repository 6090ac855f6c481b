/** Reads a DOCX back, as strictly as Word does: a part that is no well-formed XML is an error. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { chartRequests, type DrawnCharts, parseBrief, renderBrief } from '../../src/core';
import { writeFormula } from '../../src/math';
import { writeDocx } from '../../src/word';

export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  text: string;
}

export interface Docx {
  readonly bytes: Uint8Array;
  readonly paths: readonly string[];
  /** A part as text. */
  source(path: string): string;
  /** All elements of a name in a part, in document order. */
  all(path: string, name: string): Xml[];
  /** The paragraphs of a part with their style, `Heading1: Ore`. */
  lines(path?: string): string[];
}

export const BODY = 'word/document.xml';

export interface Options {
  readonly paper?: 'A4' | 'Letter';
  readonly charts?: DrawnCharts;
  readonly comments?: boolean;
  readonly readImage?: (path: string) => Promise<Uint8Array | null>;
}

export async function docxOf(text: string, options: Options = {}): Promise<Docx> {
  const { paper = 'A4', charts = null, comments = false, readImage = async () => null } = options;
  const brief = parseBrief(text);
  const html = renderBrief(brief, { evidence: 'none', charts, comments, writeFormula });
  return readDocx(await writeDocx(brief, html, { paper, readImage }));
}

/** The charts of a text, all of them drawn as the same picture. */
export function drawnAs(svg: string, text: string): DrawnCharts {
  return new Map(chartRequests(parseBrief(text)).map((request) => [request, { svg }]));
}

export function readDocx(bytes: Uint8Array): Docx {
  const files = unzipSync(bytes);
  const source = (path: string) => {
    const file = files[path];
    assert.ok(file, `there is a part ${path}`);
    return strFromU8(file);
  };
  const all = (path: string, name: string) => below(readXml(source(path))).filter((each) => each.name === name);
  for (const path of Object.keys(files)) if (/\.(?:xml|rels|svg)$/.test(path)) readXml(source(path));
  return {
    bytes,
    paths: Object.keys(files),
    source,
    all,
    lines: (path = BODY) =>
      all(path, 'w:p').map((line) => `${attributeOf(line, 'w:pStyle', 'w:val')}: ${textOf(line)}`),
  };
}

export function below(element: Xml): Xml[] {
  return [element, ...element.children.flatMap(below)];
}

export function attributeOf(element: Xml, name: string, attribute: string): string {
  return below(element).find((each) => each.name === name)?.attributes[attribute] ?? '';
}

/** The words of a paragraph; a reference to a note is shown as `{1}`. */
export function textOf(element: Xml): string {
  return below(element)
    .map(({ name, text, attributes }) => {
      if (name === 'w:endnoteReference' || name === 'w:footnoteReference') return `{${attributes['w:id']}}`;
      return name === 'w:t' || name === 'm:t' ? text : name === 'w:br' ? '\n' : '';
    })
    .join('');
}

const TOKEN = /<\?xml[^<>]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** A tree of XML. It throws for what XML forbids. */
export function readXml(source: string): Xml {
  assert.doesNotMatch(source, /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u, 'characters that XML has not');
  const root: Xml = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const [whole, slash, name = '', rest = '', empty, text] of source.matchAll(TOKEN)) {
    end += whole.length;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    if (name === '') continue;
    if (slash === '/') {
      assert.equal(open.pop()?.name, name);
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of rest.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      assert.ok(!Object.hasOwn(attributes, key), `${key} twice`);
      attributes[key] = decode(value);
    }
    const element: Xml = { name, attributes, children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  assert.equal(end, source.length, `no XML: ${source.slice(end, end + 60)}`);
  assert.equal(open.length, 1);
  return root;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  assert.doesNotMatch(text.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);/g, ''), /&/);
  return text.replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
