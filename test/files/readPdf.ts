import { inflateSync } from 'node:zlib';

/** What a reader finds in a PDF as Chromium writes it: its objects stand one by one, and its streams are deflated. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  /** The words of the pages as they can be selected, without their order on the page, and without line breaks. */
  readonly text: string;
  /** The outline's entries. */
  readonly outline: readonly string[];
  /** What is what is marked for screen readers. */
  readonly tagged: boolean;
  /** Width and height of the first page, in points. */
  readonly size: readonly [number, number];
  readonly links: readonly string[];
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

export function readPdf(pdf: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(pdf));
  const all = [...objects.values()];
  const find = (pattern: RegExp) => all.flatMap(({ dictionary }) => pattern.exec(dictionary)?.[1] ?? []);
  const [, width = '0', height = '0'] =
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(all.map(({ dictionary: d }) => d).join()) ?? [];
  const fonts = readFonts(objects);
  const contents = find(/\/Type \/Page\b.*\/Contents (\d+) 0 R/s);
  return {
    title: textOf(find(/\/Title (<[\dA-F]*>|\([^)]*\))\s*\/Creator/)[0] ?? ''),
    language: find(/\/Type \/Catalog\b.*\/Lang \(([^)]*)\)/s)[0] ?? '',
    text: contents.map((id) => readText(objects.get(id)?.stream ?? '', fonts)).join(''),
    outline: find(/^<<\/Title (<[\dA-F]*>|\([^)]*\))\s*\/(?:Dest|Parent)/).map(textOf),
    tagged: find(/(\/MarkInfo)/).length > 0,
    size: [Number(width), Number(height)],
    links: find(/\/URI \(([^)]*)\)/),
  };
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const written = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const { 0: head, 1: id = '', index } of written.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    const start = index + head.length;
    const whole = written.slice(start, written.indexOf('\nendobj', start));
    const [dictionary = ''] = whole.split('stream\n', 1);
    const from = start + dictionary.length + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const deflated = dictionary.includes('/FlateDecode') && !dictionary.includes('/Subtype /Image');
    const stream = deflated ? inflateSync(pdf.subarray(from, from + length)).toString('latin1') : '';
    objects.set(id, { dictionary, stream });
  }
  return objects;
}

interface Font {
  /** How many hexadecimal digits a character has. */
  readonly digits: number;
  readonly letters: ReadonlyMap<number, string>;
}

/** The fonts by the names that pages call them. */
function readFonts(objects: ReadonlyMap<string, PdfObject>): Map<string, Font> {
  const fonts = new Map<string, Font>();
  for (const { dictionary } of objects.values()) {
    const names = /\/Font <<(.*?)>>/s.exec(dictionary)?.[1] ?? '';
    for (const [, name = '', id = ''] of names.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const font = objects.get(id)?.dictionary ?? '';
      const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '')?.stream ?? '';
      fonts.set(name, { digits: font.includes('/Subtype /Type0') ? 4 : 2, letters: readLetters(map) });
    }
  }
  return fonts;
}

function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, line = ''] of map.matchAll(/beginbf(?:char|range)\n(.*?)endbf/gs)) {
    for (const [, from = '', to, letter = ''] of line.matchAll(/<(\w+)> (?:<(\w+)> )?<(\w+)>\n/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)];
      const text = fromUtf16(letter);
      const point = text.codePointAt(0) ?? 0;
      for (let code = first; code <= last; code++)
        letters.set(code, code === first ? text : String.fromCodePoint(point + code - first));
    }
  }
  return letters;
}

/** What is shown, or what its author says stands for that. */
function readText(content: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  let read = '';
  let spoken = false;
  for (const [, actual, end, name, shown] of content.matchAll(
    /\/ActualText <FEFF(\w*)>[^B]*BDC|\b(EMC)\b|\/(\w+) [\d.]+ Tf|<(\w*)> Tj/g,
  )) {
    if (actual !== undefined) {
      read += fromUtf16(actual);
      spoken = true;
    } else if (end !== undefined) spoken = false;
    else if (name !== undefined) font = fonts.get(name);
    else if (shown !== undefined && font && !spoken) {
      for (let at = 0; at < shown.length; at += font.digits)
        read += font.letters.get(Number.parseInt(shown.slice(at, at + font.digits), 16)) ?? '';
    }
  }
  return read;
}

function textOf(written: string): string {
  return written.startsWith('<') ? fromUtf16(written.slice(1, -1).replace(/^FEFF/, '')) : written.slice(1, -1);
}

function fromUtf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
