/** Captions and source lines, which name what stands beside them and claim nothing; "Figure 1 shows …" is no caption. */
const CAPTION_START = /^\s*(?:\*\*|__|[*_])?\s*/.source;
const CAPTION_WORDS =
  /(?:(?:table|tab\.|figure|fig\.|chart|exhibit|tabelle|tableau|tabla|abb\.|abbildung)\s*\d+(?!\d|\.\d|\s+(?:shows?|gives|lists|compares|plots|presents|summari[sz]es|illustrates|zeigt|montre|muestra)\b)|[图圖表]\s*[\d一二三四五六七八九十]+(?![\d一二三四五六七八九十显顯示表说說中为為是可列给給])|(?:sources?|quellen?|fuentes?|来源|來源|资料来源|資料來源|数据来源|數據來源|出典)\s*[:：])/
    .source;
const CAPTION = new RegExp(CAPTION_START + CAPTION_WORDS, 'i');

/** Whether a paragraph is the caption or the source line of what stands beside it. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}
