import assert from 'node:assert/strict';
import { contextIn, textsIn } from './reading';

const texts = (text: string) => textsIn(text, 'copy.txt');

describe('A plain text', () => {
  it('has a passage for each paragraph, whose wrapped lines belong together', () => {
    assert.deepEqual(texts('The plant was sold in\nspring for $500\nmillion.\n\nIt was old.\n'), [
      'The plant was sold in\nspring for $500\nmillion.',
      'It was old.',
    ]);
  });

  it('has no indentation and no CR in its passages', () => {
    assert.deepEqual(texts('  The plant was sold\r\n  in spring.\r\n\r\n  It was old.\r\n'), [
      'The plant was sold\nin spring.',
      'It was old.',
    ]);
  });

  it('keeps words that are parted at the end of a line', () => {
    assert.deepEqual(texts('It bought an-\nother plant.\n'), ['It bought an-\nother plant.']);
  });

  it('puts Chinese lines together without a space', () => {
    assert.deepEqual(texts('去年产量达到5\n亿吨，产能利\n用率很高。\n'), ['去年产量达到5亿吨，产能利用率很高。']);
  });

  it('has a paragraph for each long line, and where a line begins with two ideographic spaces', () => {
    const long = 'One sentence of many words that goes on and on. '.repeat(5).trim();
    assert.deepEqual(texts(`${long}\n${long}\n`), [long, long]);
    assert.deepEqual(texts('　　第一段说产量上升。\n　　第二段说产量下降。\n').length, 2);
  });

  it('has a passage for each list item, without its mark', () => {
    assert.deepEqual(texts('Plants:\n- one in\n  Peru\n- one in Chile\n1. first\n（二）第二\n'), [
      'Plants:',
      'one in\nPeru',
      'one in Chile',
      'first',
      '第二',
    ]);
  });

  it('does not take a year at the start of a wrapped line for a list', () => {
    assert.equal(texts('The plant was sold in\n2024. It was old then.\n').length, 1);
  });

  it('keeps the initial of a name at the start of a wrapped line', () => {
    assert.equal(texts('The plant was sold by Mr\nJ. Ore in spring.\n').length, 1);
  });

  it('counts pages by form feeds, and leaves their numbers out', () => {
    assert.deepEqual(texts('First page.\n\n- 1 -\n\fSecond page.\n\n2\n\f3\n\nThird.\n'), [
      '1: First page.',
      '2: Second page.',
      '3: Third.',
    ]);
  });

  it('puts a paragraph together that goes on after a page', () => {
    assert.deepEqual(texts('The plant was sold to a\n\n1\n\fcompany in Peru.\n\nIt was old.\n'), [
      '1: The plant was sold to a\ncompany in Peru.',
      '2: It was old.',
    ]);
  });

  it('puts a paragraph together in which a form feed stands behind a space, and no other', () => {
    assert.deepEqual(texts('It was sold to the \fUnited States in 2024.\n\nIt was old. \fIt was big.\n'), [
      '1: It was sold to the\nUnited States in 2024.',
      '2: It was old.',
      '3: It was big.',
    ]);
    assert.deepEqual(texts('Sold to the\fUnited States\n'), ['1: Sold to the', '2: United States']);
    assert.deepEqual(texts('产量约为24 \f万吨，占69%。\n'), ['1: 产量约为24万吨，占69%。']);
  });

  it('has no passage for nothing', () => {
    for (const text of ['', '\n\n', '\f\f', ' \t\r\n', '-----\n']) assert.deepEqual(texts(text), []);
  });
});

describe('A table in a plain text', () => {
  const columns = [
    'Results of the group',
    '(in thousands of dollars)',
    '',
    '                     2023      2022',
    'Revenue             1,200     1,100',
    'Cost of sales',
    '  Ore                 300       280',
    '',
    'Net income           $844      $762',
    '',
  ].join('\n');

  it('has a passage for each row, as it is written', () => {
    assert.deepEqual(texts(columns).slice(1), [
      '2023      2022',
      'Revenue             1,200     1,100',
      'Cost of sales',
      'Ore                 300       280',
      'Net income           $844      $762',
    ]);
  });

  it('comes with its caption, its header and the label above a row', () => {
    const caption = 'Results of the group\n(in thousands of dollars)';
    assert.equal(contextIn(columns, 'a.txt', 'Revenue'), `${caption}\n2023      2022`);
    assert.equal(contextIn(columns, 'a.txt', 'Ore'), `${caption}\n2023      2022\nCost of sales`);
  });

  it('goes on after an empty line', () => {
    assert.match(contextIn(columns, 'a.txt', 'Net income') ?? '', /in thousands of dollars[\s\S]*2023/);
  });

  it('may be drawn with bars or tabs', () => {
    const bars = 'In millions:\n\n+-----+------+\n| Ore | 2023 |\n+-----+------+\n| Tin | 14 |\n| Zinc | 12 |\n';
    assert.deepEqual(texts(bars), ['In millions:', 'Ore | 2023', 'Tin | 14', 'Zinc | 12']);
    assert.equal(contextIn(bars, 'a.txt', 'Tin'), 'In millions:\nOre | 2023');
    const tabs = '单位：亿元\n项目\t2023年\n收入\t12.5\n利润\t3\n';
    assert.equal(contextIn(tabs, 'a.txt', '收入'), '单位：亿元\n项目\t2023年');
  });

  it('may have leaders', () => {
    const leaders = 'Tonnes:\n\nTin ........... 14\nZinc . . . . .  12\n';
    assert.deepEqual(texts(leaders).slice(1), ['Tin ........... 14', 'Zinc . . . . .  12']);
  });

  it('is none in prose with two spaces after a full stop, or in narrow lines', () => {
    const prose = 'The plant was sold.  It made 12 tonnes.\nThe other one stayed.  It made 14.\n';
    assert.deepEqual(texts(prose), [prose.trim()]);
    const narrow =
      'The plant was sold in\nspring of that year to\na company that makes\n12  tonnes a day and has\nplants in Peru.\n';
    assert.equal(texts(narrow).length, 1);
  });
});
