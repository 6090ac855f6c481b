/** What the words of a heading say about its section. */
import type { SectionKind } from '../../brief';

/**
 * The kind of section that a heading starts.
 *
 * @param heading plain text, or with marks of emphasis; numbering, emoji, a year and a final colon do not count
 * @param atTop no section of content stands before it: "Key takeaways" is a summary only there
 * @param exempt the words of further headings that start an exempt section, as `bareWords` gives them
 */
export function sectionKindOf(heading: string, atTop = true, exempt: ReadonlySet<string> = NONE): SectionKind {
  const words = bareWords(heading);
  if (exempt.has(words)) return 'exempt';
  const whole = kindOfWords(words, atTop);
  if (whole !== 'content') return whole;
  // "Notes and references", "附录A：来源": what every part agrees on; a list of sources wins, as it declares them.
  const kinds = words.split(JOINTS).map((part) => kindOfWords(part.trim(), atTop));
  if (!kinds.includes('content')) {
    return (['sources', 'summary', 'exempt'] as const).find((kind) => kinds.includes(kind)) ?? 'content';
  }
  // "Conclusion: China leads" is one still; "Sources: where the metal comes from" lists none.
  const before = /^([^:]+):/.exec(words)?.[1];
  const announced = before === undefined ? 'content' : kindOfWords(before.trim(), atTop);
  if (announced === 'summary' || announced === 'exempt') return announced;
  return EXEMPT_START.test(words) ? 'exempt' : 'content';
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a line that is no heading starts a list of sources: a bold-only line, or one that ends with a colon. */
export function isSourcesLine(line: string): boolean {
  return isLabel(line) && kindOfWords(bareWords(line.trim()), false) === 'sources';
}

/** Whether a line that is no heading may stand over a list: bold-only, or with a colon at its end. */
export function isLabel(line: string): boolean {
  const trimmed = line.trim();
  return /^(\*\*\*?|__)(?=\S)[^*_]+\1\s*[:：]?$/.test(trimmed) || /[:：]\s*[*_]{0,3}$/.test(trimmed);
}

/** Whether some word of a heading is about sources, so that what stands below decides. */
export function mayListSources(heading: string): boolean {
  const words = bareWords(heading);
  return words.length <= 80 && ABOUT_SOURCES.test(words);
}

const ABOUT_SOURCES =
  /(?<![\p{L}])(?:sources?|references?|bibliography|citations?|links|resources|reading|literature|quellen|referenzen|literatur|belege|références|bibliographie|fuentes|referencias|bibliografía|enlaces|fonti|riferimenti|fontes|referências|bronnen|источники|источников|литература|литературы|ссылки)(?![\p{L}])|来源|來源|参考|參考|引用|链接|連結|鏈接|文献|文獻|出典|リンク|참고|출처/u;

function kindOfWords(words: string, atTop: boolean): SectionKind {
  if (SOURCES.has(words)) return 'sources';
  if (SUMMARY.has(words) || (atTop && SUMMARY_AT_TOP.has(words))) return 'summary';
  if (EXEMPT.has(words) || APPENDIX.test(words)) return 'exempt';
  // 来源列表, 参考文献目录
  return SOURCES.has(words.replace(LIST_WORD, '')) ? 'sources' : 'content';
}

/**
 * Lower case and in compatibility form, without what surrounds the words: numbering, marks, emoji, brackets, a year.
 * (A keycap is its digit and two marks; `8\\.` is an escaped full stop.)
 */
export function bareWords(heading: string): string {
  return (
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[*_`~#\\]|\uFE0F|\u20E3/g, '')
      .replace(/[‘’]/g, "'")
      .replace(EDGE_START, '')
      .replace(NUMBERING, '')
      // The last are attributes of Pandoc, `{.unnumbered}`.
      .replace(/\s*(?:\([^()]{0,40}\)|\[[^[\]]{0,40}\]|\{[^{}]{0,80}\})$/, '')
      .replace(/^(?:19|20)\d\d\s+|,?\s+(?:19|20)\d\d$/g, '')
      .replace(EDGE_START, '')
      .replace(EDGE_END, '')
      .replace(/\s+/g, ' ')
  );
}

/** Spaces, emoji, bullets, colons and dashes. */
const EDGE_START = /^[^\p{L}\p{N}(]+/u;
const EDGE_END = /(?<![^\p{L}\p{N})\]?])[^\p{L}\p{N})\]?]+$/u;

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]+|[a-z]|[一二三四五六七八九十]{1,3})`;
/** `3.`, `(3)`, `III.`, `A)`, `I –`, `一、`, `3.1 …`, `第三章`, `Part 2:` before the words, in compatibility form. */
const NUMBERING = new RegExp(
  [
    String.raw`^(?:\d{1,3}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3})(?=\s)`,
    String.raw`\(${NUMBER}\)`,
    String.raw`${NUMBER}(?:[.)、:]+|\s+[–—-]\s)`,
    `第${NUMBER}(?:[章节節]|部分)`,
    String.raw`(?:chapter|section|part|kapitel|abschnitt|teil|chapitre|partie|capítulo|sección|parte)\s${NUMBER}(?=[\s:.–—-])`,
  ].join('|^'),
);

/** What joins the parts of a heading. */
const JOINTS = /\s*[/&+,:、·|]\s*|\s+[–—-]\s+|\s+(?:and|und|et|y|e)\s+|[与與和及]/;

/** What Chinese and Japanese put behind the word for sources. */
const LIST_WORD = /(?:列表|清单|清單|一览|一覽|一覧|汇总|彙總|目录|目錄|表)$/;

const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

const SOURCES: ReadonlySet<string> = new Set(
  list(
    'source|sources|source list|source index|supporting sources|list of sources|sources cited|sources used|sources consulted|data sources|data and sources|primary sources|secondary sources|key sources|main sources|official sources|web sources|online sources|reference|key references|main references|selected references|further references|references cited|works consulted|reference links|useful links|external links|related links|endnotes|further reading|recommended reading|additional reading|additional resources|select bibliography|annotated bibliography|key citations|selected citations|references|reference list|list of references|bibliography|selected bibliography|works cited|literature cited|literature|citations|cited sources|links|sources list|table of sources|source table|sources table|' +
      '来源|來源|来源列表|來源列表|来源清单|來源清單|信息来源列表|相关链接|相關連結|相關鏈接|主要参考|主要參考|主要参考文献|主要參考文獻|主要参考资料|引用的著作|引用著作|引用来源清单|引用來源清單|参考文献列表|参考来源列表|来源与参考|延伸閱讀|延伸阅读|扩展阅读|相關閱讀|相关阅读|尾注|尾註|资料来源|資料來源|数据来源|數據來源|信息来源|主要来源|参考|参考来源|参考文献|參考文獻|参考资料|參考資料|参考资料来源|參考來源|參考資料來源|信息來源|資訊來源|引用來源|引用文獻|文獻|文獻來源|引用|引用来源|引文|文献|文献来源|出典|参考文献一覧|参照|引用文献|参考书目|参考链接|參考書目|引用元|情報源|参考サイト|参考リンク|参考文献・資料|参考資料一覧|' +
      '참고문헌|참고 문헌|출처|참고 자료|참고자료|' +
      'quellen|quelle|quellenverzeichnis|quellenangaben|quellennachweise|belege|literaturhinweise|literatur|literaturverzeichnis|referenzen|einzelnachweise|nachweise|' +
      'références|référence|références bibliographiques|bibliographie|sources citées|ouvrages cités|' +
      'fuentes|fuente|referencias|referencias bibliográficas|bibliografía|obras citadas|fuentes consultadas|' +
      'fonti|riferimenti|bibliografia|fontes|referências|referências bibliográficas|fonti e riferimenti|sitografia|riferimenti bibliografici|fontes consultadas|bronnen|bronvermelding|literatuur|literatuurlijst|referenties|источники|источники информации|используемые источники|использованные источники|использованная литература|список источников|список использованных источников|ссылки|литература|список литературы|źródła|bibliografia i źródła|literatura|piśmiennictwo|zdroje|seznam zdrojů|použité zdroje|reference a zdroje|kaynaklar|kaynakça|källor|källförteckning|referenser|kilder|kildeliste|litteratur|referanser|lähteet|lähdeluettelo|πηγές|βιβλιογραφία|αναφορές|המקורות|מקורות|ביבליוגרפיה|المصادر|المراجع|المصادر والمراجع|स्रोत|संदर्भ|források|irodalom|surse|bibliografie|джерела|список джерел|منابع',
  ),
);

const SUMMARY: ReadonlySet<string> = new Set(
  list(
    'summary|executive summary|exec summary|management summary|short summary|in summary|conclusions and recommendations|conclusion and recommendations|recommendations|recommendation|policy recommendations|our recommendations|key recommendations|policy implications|policy options|short answer|the short answer|the bottom line|tl;dr|tldr|tl dr|abstract|synopsis|at a glance|in brief|in short|conclusion|conclusions|concluding remarks|closing remarks|summary of findings|bottom line|' +
      '摘要|执行摘要|執行摘要|内容摘要|内容提要|概要|提要|要点|要點|要点摘要|核心要点|核心观点|关键要点|重点|总结|總結|小结|结论|結論|结语|結語|一句话总结|內容摘要|內容提要|要點摘要|核心要點|核心觀點|關鍵要點|重點|核心摘要|报告摘要|结论与建议|建议|政策建议|对策建议|策略建议|投资建议|建議|政策建議|結論與建議|结论和建议|' +
      'まとめ|要約|要旨|結び|おわりに|サマリー|エグゼクティブサマリー|요약|핵심 요약|결론|초록|' +
      'zusammenfassung|kurzfassung|fazit|auf einen blick|das wichtigste in kürze|empfehlungen|handlungsempfehlungen|schluss|schlussfolgerung|schlussfolgerungen|' +
      "résumé|synthèse|en bref|l'essentiel|conclusion générale|à retenir|recommandations|" +
      'resumen|resumen ejecutivo|en resumen|conclusión|conclusiones|recomendaciones|en síntesis',
  ),
);

const SUMMARY_AT_TOP: ReadonlySet<string> = new Set(
  list(
    'key takeaways|key takeaway|takeaways|key points|key findings|main points|main findings|highlights|' +
      '关键发现|主要发现|核心发现|亮点|關鍵發現|主要發現|核心發現|亮點|ポイント|主なポイント|kernaussagen|wichtigste erkenntnisse|points clés|puntos clave',
  ),
);

const EXEMPT: ReadonlySet<string> = new Set(
  list(
    'note|notes|footnotes|editor notes|author notes|open questions|open question|questions|outstanding questions|unanswered questions|further questions|next steps|next step|action items|to do|todo|to-do|tasks|methodology|method|methods|research method|how we did this|scope|limitations|caveats|data and methods|data and methodology|research questions|disclaimer|disclaimers|legal notice|disclosure|disclosures|glossary|definitions|abbreviations|acronyms|terminology|acknowledgements|acknowledgments|acknowledgement|thanks|credits|about|about us|about this brief|about this report|about the author|about the authors|contents|table of contents|toc|appendix|appendices|annex|annexes|changelog|change log|version history|revision history|see also|contact|author|authors|license|licence|copyright|' +
      '注|注释|註釋|注釋|备注|備註|脚注|待解问题|待解決問題|待解决问题|开放问题|未决问题|下一步|下一步行动|下一步行動|后续步骤|后续工作|行动项|待办|待办事项|方法|研究方法|方法论|方法論|研究限制|方法說明|方法说明|局限|局限性|免责声明|免責聲明|声明|风险提示|風險提示|术语|術語|术语表|術語表|词汇表|名词解释|缩略语|致谢|致謝|鸣谢|关于|关于我们|关于本文|关于作者|作者简介|目录|目錄|附录|附錄|更新日志|联系方式|版权声明|说明|' +
      '注釋|附註|腳註|待解問題|待解決問題|開放問題|未決問題|後續步驟|後續工作|行動項目|待辦|待辦事項|方法論|局限|侷限|聲明|風險提示|術語表|詞彙表|名詞解釋|縮略語|鳴謝|關於|關於我們|關於本文|關於作者|作者簡介|更新日誌|聯絡方式|版權聲明|說明|' +
      '注記|脚注一覧|未解決の問題|次のステップ|今後の課題|方法論|調査方法|免責事項|用語集|用語|謝辞|目次|付録|について|著者について|' +
      'anmerkungen|anmerkung|hinweise|fußnoten|offene fragen|nächste schritte|methodik|methode|vorgehen|haftungsausschluss|glossar|begriffe|abkürzungen|danksagung|danksagungen|über uns|über den autor|über diesen bericht|inhalt|inhaltsverzeichnis|anhang|anhänge|impressum|' +
      'notes de bas de page|remarques|questions ouvertes|prochaines étapes|étapes suivantes|méthodologie|méthode|avertissement|mentions légales|clause de non-responsabilité|glossaire|définitions|remerciements|à propos|table des matières|sommaire|annexe|' +
      'notas|nota|preguntas abiertas|próximos pasos|siguientes pasos|metodología|método|aviso legal|descargo de responsabilidad|glosario|definiciones|agradecimientos|acerca de|sobre nosotros|índice|contenido|anexo|anexos|apéndice',
  ),
);

/** `Appendix A`, `附录一` */
const APPENDIX =
  /^(?:(?:appendix|annex|anhang|annexe|anexo|apéndice)\s[a-z\d]{1,3}|附[录錄]\s?[一二三四五六七八九十a-z\d]{1,3})$/;

/** `Appendix A Data`, `About the author of …`, `Note on the data`, `附录一 …` */
const EXEMPT_START =
  /^(?:(?:appendix|annex|anhang|annexe|anexo|apéndice)\s[a-z\d]{1,3}(?![\p{L}\p{N}])|about (?:the|this) (?:authors?|brief|report|document)\b|how to (?:read|use) this\b|(?:a )?notes? on (?:the )?(?:data|sources|methods?|methodology|terms)\b|附[录錄]\s?[一二三四五六七八九十a-z\d])/u;

/** A heading's words without marks of emphasis, code and links. */
export function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*_`~]+(?=\S)|(?<=\S)[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
