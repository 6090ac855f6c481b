/** The names of the sections that briefs usually have. */
import type { Brief } from '../../brief';
import { sectionKindOf } from '../../model/needs/sectionWords';
import type { Completion, Completions } from './completion';

/** By language, in the order in which they usually come. Traditional Chinese differs from simplified. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['en', ['Key takeaways', 'Summary', 'Methodology', 'Open questions', 'Next steps', 'Conclusion', 'Notes', 'Sources']],
  ['zh', ['要点', '摘要', '研究方法', '待解问题', '下一步', '结论', '注释', '来源']],
  ['zh-hant', ['要點', '摘要', '研究方法', '待解問題', '下一步', '結論', '註釋', '來源']],
  ['ja', ['要約', '調査方法', '未解決の問題', '次のステップ', 'まとめ', '注記', '出典']],
  ['de', ['Zusammenfassung', 'Methodik', 'Offene Fragen', 'Nächste Schritte', 'Fazit', 'Anmerkungen', 'Quellen']],
  ['fr', ['Résumé', 'Méthodologie', 'Questions ouvertes', 'Prochaines étapes', 'Conclusion', 'Remarques', 'Sources']],
  ['es', ['Resumen', 'Metodología', 'Preguntas abiertas', 'Próximos pasos', 'Conclusiones', 'Notas', 'Fuentes']],
]);

const HEADING = /^[ ]{0,3}#{2,6}[ \t]+([^\r\n[\]@{}]*)$/;

/** After the marks of a heading below the first level: the names of sections that are not there yet. */
export function sectionsAt(brief: Brief, offset: number): Completions | null {
  const { text, lines, sections } = brief;
  const line = lines.lineAt(offset);
  const typed = HEADING.exec(text.slice(lines.startOf(line), offset))?.[1];
  if (typed === undefined) return null;
  const end = lines.endOf(line);
  const others = sections.filter(({ headingSpan }) => lines.lineAt(headingSpan.start) !== line);
  const there = new Set(others.map(({ heading }) => heading.toLowerCase()));
  const hasSources = others.some(({ kind }) => kind === 'sources');
  const spans = {
    insert: { start: offset - typed.length, end: offset },
    replace: { start: offset - typed.length, end },
  };
  const items = namesIn(brief.language)
    .filter((name) => !there.has(name.toLowerCase()) && !(hasSources && sectionKindOf(name) === 'sources'))
    .map((name): Completion => ({ kind: 'section', label: name, newText: name, ...spans }));
  return { items, incomplete: false };
}

function namesIn(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const traditional = primary === 'zh' && /-(?:hant|tw|hk|mo)\b/.test(tag);
  return NAMES.get(traditional ? 'zh-hant' : primary) ?? NAMES.get('en') ?? [];
}
