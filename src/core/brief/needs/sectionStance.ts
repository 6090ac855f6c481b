/** The stance of a section, by the words of its heading: not all sections state facts. */

import { type Pattern, WholeWords } from '../../languages/wordLists';

/** `judges`: conclusions, outlooks, assessments. `advises`: recommendations, steps, plans. `tells-how`: methods, limits, status. */
export type SectionStance = 'judges' | 'advises' | 'tells-how';

/**
 * @param words of the heading, as `bareWords` gives them
 * @returns null if the section states facts, as most sections do
 */
export function sectionStanceOf(words: string): SectionStance | null {
  if (TELLS_HOW.test(words)) return 'tells-how';
  if (ADVISES.test(words)) return 'advises';
  return JUDGES.test(words) ? 'judges' : null;
}

/** Makes a pattern of words that must stand by themselves (`words`, `more`), and of `others`, which need not. */
const either = (words: string, others: string, more: string): Pattern =>
  new WholeWords([words, others, more].join('|'), [whole(words), others, whole(more)].join('|'), 'u');
const whole = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

const JUDGES = either(
  'conclusions?|concluding|summary|takeaways?|coda|closing|outlook|implications?|judge?ments?|verdict|interpretations?|discussion|reflections?|lessons?|thesis|opinions?|my view|our view|forward-looking|what (?:it|this|that) means|why (?:it|this|that) matters|so what|critique|hypothes[ei]s|scenarios?',
  '结论|結論|结语|結語|总结|總結|小结|小結|展望|启示|啟示|判断|判斷|观点|觀點|反思|思考|感想|思ったこと|まとめ|考察|結び|综合评价|情景|一句话',
  'fazit|schlussfolgerung(?:en)?|ausblick|diskussion|bewertung|conclusiones|conclusão|conclusões|conclusioni|perspectives|выводы|заключение',
);

const ADVISES = either(
  'recommend\\p{L}*|advice|strateg(?:y|ies)|actions?|action items|next steps?|how to|guidance|guidelines?|best practices?|checklists?|tips?|steps?|roadmap|implementation(?: plan)?|mitigations?|playbook|when (?:not )?to|choose|choosing|troubleshooting|setup|installation|install|usage|workflow|fabrication|testing|design phase|future (?:work|research|directions?|possibilities)|plan|plans|todos?|requirements?|prompts?|tasks?|goals?|objectives?|instructions?',
  '建议|建議|策略|计划|計劃|步骤|步驟|指南|实施|實施|操作|对策|對策|如何|怎么|配置|流程|路线图|路線圖|提示词|使用方法|任务|任務|要求|目标|目標|やり方|手順|設定|今後',
  'empfehlung(?:en)?|handlungsempfehlung(?:en)?|maßnahmen|vorgehen|umsetzung|recomendaciones|recomendações|raccomandazioni|passos|plano|pasos|étapes|mise en œuvre|рекомендации|план',
);

const TELLS_HOW = either(
  'method\\p{L}*|approach|scope|limitations?|limits|caveats?|about (?:this|the)|how (?:this|we|it was)|procedure|experimental|experiments?|protocol|verification|knowledge gaps?|evidence gaps?|gaps|uncertaint(?:y|ies)|confidence(?: \\p{L}+)?|(?:high|medium|low) confidence|where (?:sources|experts|evidence).*|what (?:is established|remains).*|update history|revision history|change ?log|status(?: overview)?|evaluation|metadata|provenance|quality|open issues?',
  '方法|局限|限制|缺口|不足|说明|說明|数据质量|資料品質|实验设置|實驗設置|更新记录|更新記錄|置信度|可信度|待更新',
  'methodik|methode|metodolog[ií]a|méthodologie|einschränkungen|limitaciones|limitações|методология|ограничения',
);
