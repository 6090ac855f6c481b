/** Writes small PDFs as tests want them, by ISO 32000. */
import { deflateSync } from 'node:zlib';

/** Text at a place, in points from the lower left corner of the page. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  /** Entries of the information dictionary: `/Title (Ore)`. */
  readonly info?: string;
  readonly xmp?: string;
  /** The font: letters of Latin-1, characters by a predefined CMap, or by glyphs with a map to Unicode. */
  readonly font?: 'latin' | 'predefined' | 'mapped';
  /** Further entries of the trailer. */
  readonly trailer?: string;
  /** Entries of each page. */
  readonly page?: string;
}

/** A page for each list of texts. */
export function pdfFile(pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Uint8Array {
  const { font = 'latin' } = options;
  const encode = font === 'latin' ? latin : utf16;
  const contents = pages.map((texts) =>
    texts.map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${encode(text)} Tj ET`).join('\n'),
  );
  return pdfOf(
    contents.map((content) => streamOf(Buffer.from(content, 'latin1'))),
    options,
  );
}

/** A page of lines below each other, with the usual leading. */
export function linesAt(lines: readonly string[], { x = 72, top = 720, size = 10, leading = 12 } = {}): Placed[] {
  return lines.map((text, i) => ({ text, x, y: top - i * leading, size }));
}

/** A PDF of pages whose contents are these stream objects. */
export function pdfOf(
  contents: readonly Buffer[],
  { info, xmp, font = 'latin', trailer = '', page = '' }: PdfOptions = {},
): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) => objects.push(Buffer.from(body));
  const xmpAt = 4 + FONTS[font].length + contents.length * 2;
  add(`<< /Type /Catalog /Pages 2 0 R ${xmp === undefined ? '' : `/Metadata ${xmpAt} 0 R `}>>`);
  const first = 3 + FONTS[font].length;
  const kids = contents.map((_, i) => `${first + i * 2 + 1} 0 R`);
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  for (const body of FONTS[font]) add(body);
  contents.forEach((content, i) => {
    add(content);
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2} 0 R ${page} >>`,
    );
  });
  add(info === undefined ? '<< >>' : `<< ${info} >>`);
  if (xmp !== undefined) add(streamOf(Buffer.from(xmp), '/Type /Metadata /Subtype /XML'));
  return written(objects, `/Root 1 0 R /Info ${xmpAt - 1} 0 R ${trailer}`);
}

/** A stream, deflated. */
export function streamOf(content: Buffer, entries = ''): Buffer {
  const data = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

function written(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((body, i) => {
    offsets.push(at);
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  });
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

function latin(text: string): string {
  // What Windows has besides Latin-1.
  const bytes = [...Buffer.from(text.replaceAll('•', '\u0095'), 'latin1')].map((byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `<${bytes.join('')}>`;
}

function utf16(text: string): string {
  return `<${[...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Test def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end`;

/** The objects of a font, of which the first is 3. None has glyphs: nothing is drawn. */
const FONTS: Readonly<Record<NonNullable<PdfOptions['font']>, readonly (string | Buffer)[]>> = {
  latin: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
  predefined: [
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 850 /StemV 80 >>',
  ],
  mapped: [
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 850 /Descent -150 /CapHeight 850 /StemV 80 >>',
    streamOf(Buffer.from(TO_UNICODE)),
  ],
};
