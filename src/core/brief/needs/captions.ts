/** Captions, source lines and notes, which describe the block beside them and claim nothing themselves. */

/**
 * True if a paragraph is the caption, the source line or the note of the block beside it. "Figure 1 shows …" isn't a
 * caption: only a mark, a word with a capital, or nothing may follow the number.
 *
 * @param text Markdown, or plain text
 */
export function isCaption(text: string): boolean {
  const start = text.slice(0, LONGEST_START);
  const numbered = NUMBERED.exec(start);
  if (numbered) return TITLE.test(start.slice(numbered[0].length));
  return NUMBERED_CJK.test(start) || SOURCE_LINE.test(start);
}

/** True if a source line names a source in words: "Source: Harbour Bank, own estimates", and not "Source: [1]". */
export function namesSource(text: string): boolean {
  const match = NAMED_SOURCE.exec(text.slice(0, LONGEST_START));
  return match !== null && /^[\s*_]*[\p{L}\p{N}]/u.test(text.slice(match[0].length));
}

/** True if a text starts as a source line does: "Source: …", with a name or a citation behind. */
export function isSourceLine(text: string): boolean {
  return NAMED_SOURCE.test(text.slice(0, LONGEST_START));
}

const LONGEST_START = 80;

const EMPHASIS = String.raw`^[\s*_]*`;
/** `1`, `2a`, `A.1`, `S3`, `3-2`, `IV` */
const NUMBER = String.raw`(?:[a-z]{1,2}[.-]?)?\d{1,4}(?:[.-]\d{1,3})*[a-z]?(?![\p{L}\d])|[ivxl]{1,5}(?!\p{L})`;

const NUMBERED = new RegExp(
  `${EMPHASIS}(?:${[
    'figures?|fig\\.?|tables?|tab\\.|charts?|graph|exhibit|diagram|map|box',
    'abbildung|abb\\.?|tabelle|grafik|schaubild|diagramm|karte',
    'tableau|graphique|carte|schéma|encadré',
    'tabla|cuadro|gráfic[oa]|figura|mapa|ilustración|tabella|grafico|tabela',
    'рис(?:унок|\\.)|таблица|график|диаграмма|그림|표',
  ].join('|')})\\s*(?:${NUMBER})`,
  'iu',
);
/** The text that may follow the number of a caption. */
const TITLE = /^[\s*_]*(?:$|[:.)|–—：。-]|(?<=\s|[*_])[^\s\p{Ll},，]|\p{Script=Han})/u;

const NUMBERED_CJK = new RegExp(
  `${EMPHASIS}附?(?:[图圖図]表?|表|图|圖)\\s*(?:[a-z]?[\\d０-９]+(?:[.-]\\d+)*[a-z]?|[一二三四五六七八九十]+)(?![\\d０-９一二三四五六七八九十]|[ \\t]*[显顯示表说說中为為是可列给給はにがでから])`,
  'iu',
);

const NAMED_SOURCE = new RegExp(
  `${EMPHASIS}(?:(?:data )?sources?(?: and notes?)?|quellen?|fuentes?|fonte|fonti|bron|источники?|(?:资料|資料|数据|數據)?(?:来源|來源)|出典|출처)[*_]*\\s*[:：]`,
  'iu',
);

const SOURCE_LINE = new RegExp(
  `${EMPHASIS}(?:${[
    '(?:data |image |photo )?sources?|sources? and notes?|notes?|(?:photo |image )?credits?|photo',
    'quellen?|anmerkung(?:en)?|hinweis|foto|fuentes?|notas?|fonte|fonti|nota|bron|источники?|примечание',
    '(?:资料|資料|数据|數據|图片|圖片)?(?:来源|來源)|注|註|备注|備註|出典|出所|資料|출처|주|자료',
  ].join('|')})(?:\\s*[:：]|\\s+[–—]\\s)`,
  'iu',
);
