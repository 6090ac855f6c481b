import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { sectionKindOf } from '../../src/core/model/sectionWords';
import { fixture } from '../fixture';
import { isIn, loadGrammar, type Token, tokenize } from './tokenize';

const CITATION = 'constant.other.reference.citation.brief';
const FIGURE = 'constant.other.reference.figure.brief';
const SOURCE = 'constant.other.reference.source.brief';

describe('The grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /**
   * Checks a text whose annotations name scopes: all of what is underlined is in each of them, and in none that
   * stands after a `-`.
   */
  function holds(annotated: string): void {
    const { text, expected } = fixture(annotated);
    assert.ok(expected.length > 0, 'the fixture has an annotation');
    const tokens = tokenize(grammar, text);
    for (const { start, end, label } of expected) {
      const under = tokens.filter((token) => token.start < end && token.end > start);
      assert.ok(under.length > 0, `something stands above "${label}"`);
      for (const token of under) {
        for (const scope of label.split(/\s+/)) {
          const unwanted = scope.startsWith('-');
          const what = `${JSON.stringify(token.text)} in ${token.scopes.join(' ')}`;
          assert.equal(isIn(token, unwanted ? scope.slice(1) : scope), !unwanted, `${scope}: ${what}`);
        }
      }
    }
  }

  /** The texts that are in a scope, each run of tokens as one. */
  function allIn(text: string, scope: string): string[] {
    const runs: string[] = [];
    let last: Token | undefined;
    for (const token of tokenize(grammar, text)) {
      const inside = isIn(token, scope);
      if (inside && last && last.end === token.start) runs.push(`${runs.pop() ?? ''}${token.text}`);
      else if (inside) runs.push(token.text);
      last = inside ? token : undefined;
    }
    return runs;
  }

  const ids = (text: string) =>
    tokenize(grammar, text)
      .filter((token) => isIn(token, CITATION))
      .map((token) => token.text);

  describe('of citations', () => {
    it('scopes the brackets, the id and the whole of a numbered one', () => {
      holds(`
China leads [1].
            ^ punctuation.definition.citation.begin.brief
             ^ constant.other.reference.citation.brief
              ^ punctuation.definition.citation.end.brief
            ^^^ meta.citation.numbered.brief entity.name.type.citation.brief
               ^ -meta.citation
`);
    });

    const forms: readonly [string, readonly string[]][] = [
      ['[1]', ['1']],
      ['[1][7]', ['1', '7']],
      ['[1, 7]', ['1', '7']],
      ['[1，3]', ['1', '3']],
      ['[1、3]', ['1', '3']],
      ['[5-7]', ['5', '7']],
      ['[5–7]', ['5', '7']],
      ['[1]–[3]', ['1', '3']],
      ['[1, p. 3]', ['1']],
      ['[1, p. 3; 2]', ['1', '2']],
      ['[12, 103]', ['12', '103']],
      ['[１]', ['１']],
      ['¹', ['¹']],
      ['¹²', ['¹²']],
      ['<sup>1</sup>', ['1']],
      ['<sup>1,2</sup>', ['1', '2']],
      ['[@usgs-2024]', ['usgs-2024']],
      ['[@usgs-2024, p. 3; @doe]', ['usgs-2024', 'doe']],
      ['[see @usgs-2024]', ['usgs-2024']],
      ['[-@usgs-2024]', ['usgs-2024']],
      ['[@doe:critical.minerals]', ['doe:critical.minerals']],
      ['[@郭2025]', ['郭2025']],
      ['@{any/key}', ['any/key']],
      ['@usgs-2024', ['usgs-2024']],
      ['[^1]', ['^1']],
      ['[^note-a]', ['^note-a']],
      ['[1](https://example.org/a_(b))', ['1']],
      ['[[1]](https://example.org)', ['1']],
      ['[[1]]', ['1']],
      ['[text][1]', ['1']],
      ['【1】', ['1']],
      ['【1，2】', ['1', '2']],
      ['［1］', ['1']],
    ];
    for (const [form, expected] of forms) {
      it(`finds ${form} in a sentence, in CJK text and at the start`, () => {
        assert.deepEqual(ids(`Output rose ${form} and fell.`), expected);
        assert.deepEqual(ids(`产量上升${form}。`), expected);
        if (!/^[¹²<]/.test(form)) assert.deepEqual(ids(`${form} says so.`), expected);
      });
    }

    it('are found wherever Markdown puts text', () => {
      const places = [
        '# Title [1]',
        '###### Deep [1] ######',
        '- item [1]',
        '  * nested [1]',
        '1. ordered [1]',
        '- [x] task [1]',
        '> quoted [1]',
        '> - quoted item [1]',
        '**bold [1]**',
        '*italic [1]*',
        '**bold *and italic [1]* too**',
        '~~struck [1]~~',
        '| a | cell [1] |',
        '| [1] | cell |',
        'Title [1]\n=====',
        'a <b>tag</b> [1]',
        'a line\nand its next [1]',
      ];
      for (const place of places) assert.deepEqual(ids(place), ['1'], place);
    });

    it('keep the emphasis around them', () => {
      holds(`
- **China leads [1] by far** today
    ^^^^^^^^^^^^^^^^^^^^^^ markup.bold.markdown
                ^^^ meta.citation.numbered.brief
                             ^^^^^ -markup.bold.markdown
`);
    });

    it('leave prefixes and locators in the colour of text', () => {
      holds(`
Output rose [see @usgs-2024, p. 3; @doe] and fell [1, p. 3].
             ^^^ meta.citation.keyed.brief -entity.name.type
                 ^ punctuation.definition.citation.key.brief
                           ^^^^^^ meta.citation.keyed.brief -entity.name.type
                                 ^ punctuation.separator.citation.brief
                                                      ^^^^ meta.citation.numbered.brief -entity.name.type
`);
    });

    it('keep the URL of one with a link as a link', () => {
      holds(`
Output rose [1](https://example.org/a) and fell.
             ^ constant.other.reference.citation.brief
                ^^^^^^^^^^^^^^^^^^^^^ markup.underline.link
            ^^^^^^^^^^^^^^^^^^^^^^^^^^ meta.citation.inline-link.brief
`);
    });

    it('end a narrative key before punctuation and CJK text', () => {
      assert.deepEqual(ids('As @usgs-2024, then @doe.'), ['usgs-2024', 'doe']);
      assert.deepEqual(ids('据@usgs-2024报告，@郭2025认为如此。'), ['usgs-2024', '郭2025']);
    });

    it('are not seen where there are none', () => {
      const texts = [
        'Write to name@example.org or <name@example.org>.',
        'See https://example.org/@name and @name/package and @name@host.example.',
        'In [2023] the vector [0, 1] and the array a[i] grew.',
        'An area of 5 km², 3 m³ and 10⁹ t.',
        'An escaped \\[1\\] and \\@usgs.',
        'A [link](https://example.org/[1]) and ![image [1]](a.png) and <https://example.org/[1]>.',
        '- [ ] open\n- [x] done',
        '> [!NOTE]\n> text',
        'Some `[1]` and ``[@key]`` code.',
        '```\n[1] @usgs [^1] {{share}}\n```',
        '~~~yaml\nids: [1]\n~~~',
        'text\n\n    [1] in an indented block',
        'Math $x[1]$ and $a @usgs b$.',
        '<!-- [1] @usgs -->',
        '<a title="@usgs">name</a>',
        '---\ncites: [1]\npublisher: "@usgs"\n---',
      ];
      for (const text of texts) assert.deepEqual(ids(text), [], text);
    });

    it('stand beside amounts of money', () => {
      assert.deepEqual(ids('It costs $500 million [1] and $300 million [2].'), ['1', '2']);
    });
  });

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
      assert.deepEqual(allIn('It will pass [own].', 'keyword.other.own.brief'), ['[own]']);
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
<!-- brief-disable citation/missing, source/unused -->
     ^^^^^^^^^^^^^ keyword.control.directive.brief comment.block.html
                   ^^^^^^^^^^^^^^^^ variable.parameter.rule.brief
                                     ^^^^^^^^^^^^^ variable.parameter.rule.brief
- A third <!-- brief: computed --> of it [1].
               ^^^^^^ keyword.control.directive.brief
                      ^^^^^^^^ constant.language.directive.brief
                                          ^ constant.other.reference.citation.brief
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

  it('takes lines that are made to be slow', function () {
    this.timeout(20_000);
    const n = 1000;
    const lines = [
      '['.repeat(n),
      `[${'@'.repeat(n)}`,
      '[@a'.repeat(n),
      `[${'1,'.repeat(n)}`,
      `[${' '.repeat(n)}`,
      '[1, p. '.repeat(n),
      `<sup>${'1'.repeat(n)}`,
      '【1†'.repeat(n),
      'citeturn1a1'.repeat(n),
      `@${'a.'.repeat(n)}`,
      '{{a'.repeat(n),
    ];
    const start = performance.now();
    for (const line of lines) tokenize(grammar, `x ${line}`);
    assert.ok(performance.now() - start < 10_000);
  });
});
