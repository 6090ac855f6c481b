import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sectionKindOf } from '../../src/core/brief/needs/sectionWords';
import { useGrammar } from './grammarTest';

const FIGURE = 'constant.other.reference.figure.brief';
const SOURCE = 'constant.other.reference.source.brief';

describe('The grammar', () => {
  const { holds, allIn, ids } = useGrammar();

  describe('of figure references', () => {
    it('scopes an inserted value and the text shown elsewhere', () => {
      holds(`
China refines {{ share }} or [90%]{{share}} of it.
              ^^^^^^^^^^^ meta.figure-reference.brief
                 ^^^^^ constant.other.reference.figure.brief
                              ^^^ string.other.figure-text.brief
                             ^^^^^^^^^^^^^^ meta.figure-reference.brief
`);
    });

    it('scopes cross-references, which are no citations', () => {
      assert.deepEqual(allIn('As @fig:output and [@fig:share] show.', FIGURE), ['output', 'share']);
      assert.deepEqual(allIn('如@fig:output所示', FIGURE), ['output']);
      assert.deepEqual(ids('As @fig:output and [@fig:share] show.'), []);
    });

    it('leaves code, escapes and single braces alone', () => {
      assert.deepEqual(allIn('`{{share}}`, \\{{share}}, {share} and {{ two words }}', FIGURE), []);
    });
  });

  describe('of marks', () => {
    it('tells judgements, gaps and what an assistant left behind apart', () => {
      assert.deepEqual(allIn('It will pass [own].', 'constant.language.own.brief'), ['[own]']);
      assert.deepEqual(allIn('A [?] b [citation needed] c [来源请求]', 'keyword.control.gap.brief'), [
        '[?]',
        '[citation needed]',
        '[来源请求]',
      ]);
      const leftovers = [
        '【4†source】',
        '【4:0†report.pdf】',
        ':contentReference[oaicite:0]{index=0}',
        '[cite: 1, 2]',
        '[cite_start]',
        '[web:1]',
        '[oai_citation:0‡example.org](https://example.org)',
        '[oai_citation_attribution:0‡An [old] atlas](https://example.org/a_(b))',
        '[web:1](https://example.org)',
        'citeturn0search1',
        '\uE200cite\uE202turn0search1\uE202turn0news2\uE201',
      ];
      for (const text of leftovers) {
        assert.deepEqual(allIn(`A fact ${text}.`, 'invalid.illegal.artifact.brief'), [text]);
        assert.deepEqual(ids(`A fact ${text}.`), []);
      }
    });

    it('reads our comments in blocks, in lines and in YAML', () => {
      holds(
        `
---
# brief-disable-next-line source/unused
  ^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.brief
                          ^^^^^^^^^^^^^ variable.parameter.rule.brief
title: x
---
<!-- brief-disable citation/missing, number/over-100 -->
     ^^^^^^^^^^^^^ keyword.control.directive.brief comment.block.html
                   ^^^^^^^^^^^^^^^^ variable.parameter.rule.brief
                                     ^^^^^^^^^^^^^^^ variable.parameter.rule.brief
- A third <!-- brief: computed --> of it [1].
               ^^^^^^ keyword.control.directive.brief
                      ^^^^^^^^ constant.language.directive.brief
                                          ^ constant.other.reference.citation.brief
<!-- brief: own -->
            ^^^ constant.language.directive.brief
<!-- a brief remark -->
       ^^^^^ -keyword
`.trim(),
      );
    });
  });

  describe('of sources', () => {
    it('declares the ids of entries, and cites nothing there', () => {
      const text = [
        'A claim [1].',
        '## Sources',
        '[1] Title. https://example.org',
        '- [2] Title',
        '  [3] Title',
        '* [4]: Title',
        '5. Title',
        '### Web',
        '6) Title',
        '## Next',
        '7. x [8]',
      ].join('\n');
      assert.deepEqual(allIn(text, SOURCE), ['1', '2', '3', '4', '5', '6']);
      assert.deepEqual(ids(text), ['1', '8']);
    });

    const headings = [
      '# Sources',
      '## References',
      '## 7. Sources and references',
      '## IV. Sources (as of 2024)',
      '## 第五章 数据来源',
      '### 📚 Bibliography:',
      '## **Sources**',
      '## Works cited ##',
      '## 来源',
      '## 参考文献',
      '## 五、参考资料：',
      '## 数据来源',
      '## 出典',
      '## Quellen',
      '## Références',
      '## Fuentes',
      '**Sources**',
      '**Sources:**',
      'Sources:',
      '参考文献：',
    ];
    for (const heading of headings) {
      it(`begins them at "${heading}"`, () => {
        assert.deepEqual(allIn(`${heading}\n\n[1] Title\n1. Title`, SOURCE), ['1', '1']);
      });
    }

    it('knows as words of sources what the engine knows', () => {
      const grammarText = readFileSync('syntaxes/brief.tmLanguage.json', 'utf8');
      const lists = [...grammarText.matchAll(/\(\?:(source\|[^)]+)\)/g)].map((match) => match[1] ?? '');
      assert.ok(lists.length > 1, 'for headings, and for lines');
      assert.equal(new Set(lists).size, 1);
      for (const word of lists.join('|').split('|')) assert.equal(sectionKindOf(word), 'sources', word);
      for (const heading of headings) assert.equal(sectionKindOf(heading), 'sources', heading);
    });

    it('takes other headings for what they are', () => {
      for (const heading of ['## Sources of growth', '## Energy sources', '## 来源国', 'Sources are few.']) {
        assert.deepEqual(allIn(`${heading}\n\n1. Title`, SOURCE), [], heading);
      }
    });

    it('keeps the heading a heading and its list a list', () => {
      holds(`
## Sources
   ^^^^^^^ markup.heading.markdown entity.name.section.markdown
1. *Title*
^^ markup.list.numbered.markdown punctuation.definition.list.begin.markdown
^ constant.other.reference.source.brief
    ^^^^^ markup.italic.markdown meta.sources.brief
## Next
   ^^^^ -meta.sources.brief
`);
    });

    it('declares definitions and footnotes anywhere', () => {
      const text = '[1]: https://example.org "Title"\n[^1]: A remark [2].\n\n- [^long-note]: Text';
      assert.deepEqual(allIn(text, SOURCE), ['1', '^1', '^long-note']);
      assert.deepEqual(ids(text), ['2']);
    });
  });

  describe('of blocks', () => {
    it('reads front matter and figure blocks as YAML', () => {
      holds(
        `
---
title: Rare earths
^^^^^ meta.embedded.block.frontmatter entity.name.tag.yaml
---
\`\`\`figure
   ^^^^^^ fenced_code.block.language
id: share
^^ meta.embedded.block.figure.brief entity.name.tag.yaml
cites: [1]
        ^ -constant.other.reference.citation.brief
\`\`\`
- item
  \`\`\`figure
  id: share
  ^^ meta.embedded.block.figure.brief entity.name.tag.yaml
  \`\`\`
after [1]
       ^ constant.other.reference.citation.brief -meta.embedded
`.trim(),
      );
    });

    it('leaves Markdown to Markdown', () => {
      holds(`
# Title with **bold**
^ punctuation.definition.heading.markdown
               ^^^^ markup.bold.markdown
A [link](https://example.org) and \`code\`.
   ^^^^ string.other.link.title.markdown
                                   ^^^^ markup.inline.raw
`);
    });
  });

  it('takes a key that is being typed for a string, which VS Code’s suggestions depend on', () => {
    holds(`---
title: Ore
sources:
  - id: 1
    pub
    ^^^ string.unquoted.plain.out.yaml
---
`);
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.match(
      JSON.stringify(manifest),
      /"editor.quickSuggestions":\{"other":"off","comments":"off","strings":"on"\}/,
    );
  });

  it('takes lines that are made to be slow', () => {
    const n = 1000;
    const lines: readonly (readonly [line: string, cited: number])[] = [
      ['['.repeat(n), 0],
      [`[${'@'.repeat(n)}`, 0],
      ['[@a'.repeat(n), n],
      [`[${'1,'.repeat(n)}`, 0],
      [`[${' '.repeat(n)}`, 0],
      ['[1, p. '.repeat(n), 0],
      [`<sup>${'1'.repeat(n)}`, 0],
      ['【1†'.repeat(n), 0],
      ['citeturn1a1'.repeat(n), 0],
      [`@${'a.'.repeat(n)}`, 1],
      ['{{a'.repeat(n), 0],
    ];
    for (const [line, cited] of lines) assert.equal(ids(`x ${line}`).length, cited, line.slice(0, 20));
  });
});
