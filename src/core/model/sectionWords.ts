/** What the words of a heading say about its section. */
import type { SectionKind } from '../brief';

/**
 * The kind of section that a heading starts.
 *
 * @param heading plain text, or with marks of emphasis; numbering, emoji and a final colon do not count
 * @param atTop no section of content stands before it: "Key takeaways" is a summary only there
 */
export function sectionKindOf(heading: string, atTop = true): SectionKind {
  const words = bareWords(heading);
  if (SOURCES.has(words)) return 'sources';
  if (SUMMARY.has(words) || (atTop && SUMMARY_AT_TOP.has(words))) return 'summary';
  if (EXEMPT.has(words) || EXEMPT_START.test(words)) return 'exempt';
  return 'content';
}

/** Whether a line that is no heading starts a list of sources: a bold-only line, or one that ends with a colon. */
export function isSourcesLine(line: string): boolean {
  const trimmed = line.trim();
  const bold = /^(\*\*|__)(?=\S)[^*_]+\1\s*[:：]?$/.test(trimmed);
  if (!bold && !/[:：]\s*(?:\*\*|__)?$/.test(trimmed)) return false;
  return SOURCES.has(bareWords(trimmed));
}

/** Lower case, without numbering, emoji, marks of emphasis and what stands in brackets at the end. */
function bareWords(heading: string): string {
  return heading
    .replace(/[*_`~#]+/g, '')
    .replace(/(?:\p{Extended_Pictographic}|\u200D|\uFE0F|[\u{1F3FB}-\u{1F3FF}])+/gu, '')
    .trim()
    .replace(NUMBERING, '')
    .replace(/\s*[(（][^()（）]{0,40}[)）]$/, '')
    .replace(/[\s:：.。–—-]+$/, '')
    .replace(/^[\s:：.。–—-]+/, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** `3.`, `3.1`, `III.`, `A)`, `一、`, `（一）`, `第三章` before the words. */
const NUMBERING =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}(?=[.)])|[a-z](?=[.)]))[.)、．:：]?\s+|\d{1,3}[.、．]\s*|[(（]?[一二三四五六七八九十]{1,3}[)）]?[、．.]\s*|[(（][一二三四五六七八九十]{1,3}[)）]\s*|第[一二三四五六七八九十\d]{1,3}[章节節部分]{1,2}[、：:\s]*)/i;

const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

const SOURCES: ReadonlySet<string> = new Set(
  list(
    'source|sources|source list|list of sources|sources cited|sources used|sources consulted|data sources|sources and references|references and sources|sources & references|reference|references|reference list|list of references|bibliography|selected bibliography|works cited|literature cited|literature|citations|cited sources|further reading and sources|links|' +
      '来源|來源|资料来源|資料來源|数据来源|數據來源|信息来源|参考|参考来源|参考文献|參考文獻|参考资料|參考資料|参考资料来源|引用|引用来源|引文|文献|文献来源|出典|参考文献一覧|参照|引用文献|' +
      '참고문헌|출처|참고 자료|' +
      'quellen|quelle|quellenverzeichnis|quellenangaben|literatur|literaturverzeichnis|referenzen|einzelnachweise|nachweise|' +
      'références|référence|bibliographie|sources et références|sources citées|ouvrages cités|' +
      'fuentes|fuente|referencias|bibliografía|obras citadas|fuentes consultadas|' +
      'fonti|riferimenti|bibliografia|fontes|referências',
  ),
);

const SUMMARY: ReadonlySet<string> = new Set(
  list(
    'summary|executive summary|summary and conclusion|summary and conclusions|tl;dr|tldr|tl dr|abstract|synopsis|at a glance|in brief|in short|conclusion|conclusions|concluding remarks|summary of findings|bottom line|' +
      '摘要|执行摘要|執行摘要|内容摘要|内容提要|概要|提要|要点|要點|要点摘要|核心要点|核心观点|关键要点|重点|总结|總結|小结|结论|結論|结语|結語|一句话总结|' +
      'まとめ|要約|要旨|結び|サマリー|エグゼクティブサマリー|요약|결론|' +
      'zusammenfassung|kurzfassung|fazit|auf einen blick|das wichtigste in kürze|schluss|schlussfolgerung|schlussfolgerungen|' +
      "résumé|synthèse|en bref|l'essentiel|conclusion générale|à retenir|" +
      'resumen|resumen ejecutivo|en resumen|conclusión|conclusiones|en síntesis',
  ),
);

const SUMMARY_AT_TOP: ReadonlySet<string> = new Set(
  list(
    'key takeaways|key takeaway|takeaways|key points|key findings|main points|main findings|highlights|key insights|core insights|overview|' +
      '关键发现|主要发现|核心发现|亮点|概览|概述|ポイント|主なポイント|kernaussagen|wichtigste erkenntnisse|points clés|puntos clave',
  ),
);

const EXEMPT: ReadonlySet<string> = new Set(
  list(
    'note|notes|footnotes|endnotes|editor notes|author notes|open questions|open question|questions|outstanding questions|unanswered questions|further questions|next steps|next step|action items|to do|todo|to-do|tasks|methodology|method|methods|research method|how we did this|scope|scope and method|limitations|disclaimer|disclaimers|legal notice|disclosure|disclosures|glossary|definitions|abbreviations|acronyms|terminology|acknowledgements|acknowledgments|acknowledgement|thanks|credits|about|about us|about this brief|about this report|about the author|about the authors|contents|table of contents|toc|appendix|appendices|annex|annexes|changelog|change log|version history|revision history|further reading|see also|contact|author|authors|license|licence|copyright|' +
      '注|注释|註釋|备注|備註|脚注|尾注|待解问题|待解决问题|开放问题|未决问题|下一步|下一步行动|后续步骤|后续工作|行动项|待办|待办事项|方法|研究方法|方法论|方法說明|方法说明|局限|局限性|免责声明|免責聲明|声明|风险提示|术语|術語|术语表|词汇表|名词解释|缩略语|致谢|致謝|鸣谢|关于|关于我们|关于本文|关于作者|作者简介|目录|目錄|附录|附錄|延伸阅读|相关阅读|更新日志|联系方式|版权声明|' +
      '注記|脚注一覧|未解決の問題|次のステップ|今後の課題|方法論|調査方法|免責事項|用語集|用語|謝辞|目次|付録|について|著者について|' +
      'anmerkungen|anmerkung|hinweise|fußnoten|offene fragen|nächste schritte|methodik|methode|vorgehen|haftungsausschluss|glossar|begriffe|abkürzungen|danksagung|danksagungen|über uns|über den autor|über diesen bericht|inhalt|inhaltsverzeichnis|anhang|anhänge|impressum|' +
      'notes de bas de page|remarques|questions ouvertes|prochaines étapes|étapes suivantes|méthodologie|méthode|avertissement|mentions légales|clause de non-responsabilité|glossaire|définitions|remerciements|à propos|table des matières|sommaire|annexe|' +
      'notas|nota|preguntas abiertas|próximos pasos|siguientes pasos|metodología|método|aviso legal|descargo de responsabilidad|glosario|definiciones|agradecimientos|acerca de|sobre nosotros|índice|contenido|anexo|anexos|apéndice',
  ),
);

/** `Appendix A: …`, `About the author of …`, `附录一：…` */
const EXEMPT_START =
  /^(?:(?:appendix|annex|anhang|annexe|anexo|apéndice)\s+[a-z\d]{1,3}\b|about (?:the|this) (?:authors?|brief|report|document)\b|附[录錄][一二三四五六七八九十a-z\d：:\s])/i;
