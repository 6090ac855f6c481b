import assert from 'node:assert/strict';
import { isSourcesLine, sectionKindOf } from '../../../src/core/brief/needs/sectionWords';
import type { SectionKind } from '../../../src/core/brief/types';

const HEADINGS: Readonly<Record<SectionKind, string>> = {
  summary:
    'Summary|Executive Summary|TL;DR|Abstract|Conclusion|Conclusions|Summary and conclusions|摘要|要点|结论|執行摘要|結論|まとめ|要約|Zusammenfassung|Fazit|Résumé|En bref|Resumen|Conclusión',
  sources:
    'Sources|References|Bibliography|Works cited|Citations|来源|參考文獻|参考文献|参考资料|数据来源|資料來源|出典|Quellen|Literaturverzeichnis|Références|Fuentes|Referencias',
  exempt:
    'Notes|Open questions|Next steps|Methodology|Disclaimer|Glossary|Acknowledgements|About|Contents|Appendix|Appendix B|Appendix A: Data|About this brief|注释|待解问题|下一步|研究方法|免责声明|术语表|致谢|关于|目录|附录|附录一：数据|開放問題|後續步驟|目次|付録|用語集|Anhang|Offene Fragen|Nächste Schritte|Méthodologie|Prochaines étapes|À propos|Metodología|Próximos pasos|Apéndice',
  content:
    'Sources of growth|References to China|Sources and uses of funds|Citations per paper|Notes on supply|Contents of the deal|Questions of supply|About 90% of supply|Summary judgment in court|Conclusion of the talks|2024 outlook|5G|Civil society|Mixed results|E-mobility|参考价格|方法比较|关于稀土|',
};

describe('The kind of a section', () => {
  for (const [kind, headings] of Object.entries(HEADINGS)) {
    for (const heading of headings.split('|')) {
      it(`is ${kind} for "${heading}"`, () => assert.equal(sectionKindOf(heading, true), kind));
    }
  }

  const dressed =
    'SOURCES|3. Sources|3.1 Sources|3) Sources|(3) Sources|III. Sources|A. Sources|Chapter 5: Sources|Part II – Sources|三、参考文献|（三）参考文献|第三章 参考文献|3、来源|３．参考文献|Sources:|来源：|📚 Sources|**Sources**|_Sources_|Sources (12)|Sources ##|Sources {.unnumbered}|Sources {#refs .unlisted}';
  for (const heading of dressed.split('|')) {
    it(`sets numbering, emoji, colons and marks aside in "${heading}"`, () =>
      assert.equal(sectionKindOf(heading, false), 'sources'));
  }

  it('takes key takeaways for a summary at the top only', () => {
    assert.equal(sectionKindOf('Key takeaways', true), 'summary');
    assert.equal(sectionKindOf('Key takeaways', false), 'content');
  });

  it('knows a heading of several parts when it knows every part', () => {
    assert.equal(sectionKindOf('Notes and references', false), 'sources');
    assert.equal(sectionKindOf('来源与注释', false), 'sources');
    assert.equal(sectionKindOf('Methodology & limitations', false), 'exempt');
    assert.equal(sectionKindOf('Conclusion and next steps', false), 'summary');
    assert.equal(sectionKindOf('Methodology and results', false), 'content');
  });

  it('takes long repetitive headings for content', () => {
    for (const part of ['1.', '(', '第', 'a)', '**', ' and ', '🔥', ' ', ':'])
      assert.equal(sectionKindOf(part.repeat(200_000), false), 'content', part);
  });
});

describe('A line that starts a list of sources', () => {
  for (const line of [
    '**Sources**',
    '**Sources:**',
    '__References__',
    'Sources:',
    '参考文献：',
    '**来源**',
    '**3. Sources**',
  ]) {
    it(`is ${line}`, () => assert.equal(isSourcesLine(line), true));
  }
  for (const line of [
    'Sources',
    'Sources: Reuters',
    '**Sources of growth**',
    'Sources of joy:',
    '*Sources*',
    'See sources:',
    '',
  ]) {
    it(`is not "${line}"`, () => assert.equal(isSourcesLine(line), false));
  }
});
