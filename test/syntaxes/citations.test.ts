import assert from 'node:assert/strict';
import { useGrammar } from './grammarTest';

describe('The grammar', () => {
  const { holds, ids } = useGrammar();

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
});
