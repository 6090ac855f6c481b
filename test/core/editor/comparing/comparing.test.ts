import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core';
import { compareBriefs } from '../../../../src/core/editor/comparing';
import { changeReport, wordsOfChange } from '../../../../src/core/editor/comparing/report';

const SOURCES = [
  '[Harbour report](https://example.org/harbour)',
  '[Grid survey](https://example.org/grid)',
  '[Water ledger](https://example.org/water)',
];

/** A body with sources that are numbered in their order. */
function whole(body: string, sources: readonly string[] = SOURCES): string {
  return `${body}\n\n## Sources\n\n${sources.map((source, i) => `[${i + 1}] ${source}`).join('\n')}\n`;
}

/** What is told of two texts: `number: 12 → 13`. */
function told(old: string, now: string): string[] {
  const [one, other] = [parseBrief(old), parseBrief(now)];
  return compareBriefs(one, other).map((change) => `${change.kind}: ${wordsOfChange(change, (text) => text)}`);
}

const toldOf = (old: string, now: string) => told(whole(old), whole(now));

describe('Two versions of a brief', () => {
  it('are the same after sources got other numbers', () => {
    const [a = '', b = '', c = ''] = SOURCES;
    const now = whole('- Ships call [2].\n- Wires hum [3][1].', [c, a, b]);
    assert.deepEqual(told(whole('- Ships call [1].\n- Wires hum [2][3].'), now), []);
  });

  it('are the same after numbers of sources became keys', () => {
    const keyed =
      '---\nsources:\n  - { id: harbour, title: Harbour report, url: "https://example.org/harbour" }\n---\n\nShips call [@harbour].\n';
    assert.deepEqual(told(whole('Ships call [1].', SOURCES.slice(0, 1)), keyed), []);
  });

  it('differ where another source stands under a number, which is told by its title', () => {
    const [a = '', ...others] = SOURCES;
    const now = whole('Ships call [1].', ['[Tide tables](https://example.org/tides)', ...others]);
    assert.deepEqual(told(whole('Ships call [1].', [a, ...others]), now), [
      'citation: [1] Harbour report → [1] Tide tables',
    ]);
  });

  it('differ in the page that a citation names', () => {
    assert.deepEqual(toldOf('Ships call [1, p. 4].', 'Ships call [1, p. 7].'), ['citation: [1, p. 4] → [1, p. 7]']);
  });

  it('differ in a link that is gone', () => {
    assert.deepEqual(toldOf('Fees [rose](https://example.org/x) in May.', 'Fees rose in May.'), [
      'citation: lost: https://example.org/x',
    ]);
  });

  it('differ where a citation of several sentences has left its own', () => {
    const sentences = (first: string, second: string) => `The port grew ${first}. The wires aged ${second}.`;
    assert.deepEqual(toldOf(sentences('[1]', '[2]'), sentences('[2]', '[1]')), [
      'citation: [1] → [2]',
      'citation: [2] → [1]',
    ]);
  });

  it('differ in a cell of a table, and not in the order of its rows', () => {
    const table = (...rows: readonly string[]) => `| Port | Ships |\n| --- | --- |\n${rows.join('\n')}`;
    assert.deepEqual(toldOf(table('| Lind | 41 |', '| Orin | 77 |'), table('| Orin | 77 |', '| Lind | 51 |')), [
      'number: 41 → 51',
    ]);
  });

  it('differ in the value of a key number', () => {
    const figure = (value: string) =>
      `---\nfigures:\n  - { id: share, title: Share, value: ${value}, own: true }\n---\n`;
    assert.deepEqual(told(figure('90%'), figure('80%')), ['number: 90% → 80%']);
  });

  it('differ in a heading, and not in the number before it', () => {
    assert.deepEqual(toldOf('## 2. Risks of 2030', '## 3. Risks of 2031'), ['number: 2030 → 2031']);
  });

  it('differ in the words of a block quotation', () => {
    assert.deepEqual(toldOf('> The ledger is sound and whole.\n', '> The ledger is sound.\n'), [
      'quotation: The ledger is sound and whole. → The ledger is sound.',
    ]);
  });

  it('differ where two claims exchange their numbers, or one claim its own', () => {
    const claims = (a: string, b: string) => `- Sun makes ${a} of the power [1].\n- Wind makes ${b} of the power [1].`;
    const exchanged = ['number: 14% → 22%', 'number: 22% → 14%'];
    assert.deepEqual(toldOf(claims('14%', '22%'), claims('22%', '14%')), exchanged);
    const claim = (a: string, b: string) => `Sun makes ${a} of the power, and wind ${b} [1].`;
    assert.deepEqual(toldOf(claim('14%', '22%'), claim('22%', '14%')), exchanged);
  });

  it('differ in the direction of an amount, and in what they deny', () => {
    assert.deepEqual(toldOf('Sales rose by 8% [1].', 'Sales fell by 8% [1].'), ['direction: rose → fell']);
    assert.deepEqual(toldOf('The board has approved the loan [1].', 'The board has not approved the loan [1].'), [
      'negation: approved → not approved',
    ]);
    assert.deepEqual(toldOf('出口增长8%[1]。', '出口下降8%[1]。'), ['direction: 增长 → 下降']);
  });

  it('differ in a name that has taken the place of another, and not in its short form', () => {
    assert.deepEqual(toldOf('The tram is run by Kestrel Rail [1].', 'The tram is run by Merlin Rail [1].'), [
      'name: Kestrel Rail → Merlin Rail',
    ]);
    const long = 'The Northern Grid Agency (NGA) sets the fees [1]. Mara Lind of the agency set them low [1].';
    assert.deepEqual(toldOf(long, 'The NGA sets the fees [1], and Lind of the agency set them low [1].'), []);
    assert.deepEqual(toldOf('林港集团收购了北方公司[1]。', '林港集团收购了南方公司[1]。'), [
      'name: 北方公司 → 南方公司',
    ]);
  });

  it('differ in what has become of a link between two things', () => {
    assert.deepEqual(toldOf('Night shifts are linked to accidents [1].', 'Night shifts cause accidents [1].'), [
      'causal: linked to → cause',
    ]);
  });

  it('are told apart by the hedges and causal words of other languages', () => {
    const body = (language: string, text: string) => `---\nlanguage: ${language}\n---\n\n${text}\n`;
    for (const [language, old, now, change] of [
      ['de', 'Der Streik könnte Stellen gekostet haben.', 'Der Streik hat Stellen gekostet.', 'hedge: lost: könnte'],
      ['de', 'Nach dem Streik sanken die Preise.', 'Wegen des Streiks sanken die Preise.', 'causal: added: Wegen'],
      ['fr', 'La grève a peut-être coûté des emplois.', 'La grève a coûté des emplois.', 'hedge: lost: peut-être'],
      [
        'fr',
        'Après la grève, les prix ont baissé.',
        'Les prix ont baissé à cause de la grève.',
        'causal: added: à cause de',
      ],
      ['es', 'La huelga quizás costó empleos.', 'La huelga costó empleos.', 'hedge: lost: quizás'],
      ['ja', '工場は閉鎖されるかもしれない。', '工場は閉鎖される。', 'hedge: lost: かもしれ'],
    ] as const)
      assert.deepEqual(told(body(language, old), body(language, now)), [change]);
  });

  it('say once that a claim is gone, by what it said', () => {
    const old =
      'Ships call in May 2020 [1].\n\nLeaks waste 7% of the water, “as they always have done” [3].\n\nWires hum [2].';
    assert.deepEqual(toldOf(old, 'Ships call in May 2020 [1].\n\nWires hum [2].'), [
      'number: lost: 7%',
      'quotation: lost: as they always have done',
      'citation: lost: [3]',
    ]);
  });

  it('differ in a claim that is gone, though another one like it stays', () => {
    assert.deepEqual(toldOf('- Sun makes 14% of it [1].\n- Wind makes 14% of it [1].', '- Sun makes 14% of it [1].'), [
      'number: lost: 14%',
      'citation: lost: [1]',
    ]);
  });

  it('leave the month alone that is called May', () => {
    assert.deepEqual(toldOf('Fees rose in late May [1].', 'Fees rose late in spring [1].'), []);
  });

  it('are paired claim by claim where many are alike, in any order', () => {
    const claims = Array.from({ length: 400 }, (_, i) => `- Pit ${i} of valley ${i * 7} shipped ${i + 3} tons [1].`);
    const reversed = [...claims].reverse().join('\n').replace('shipped 103 tons', 'shipped 903 tons');
    assert.deepEqual(toldOf(claims.join('\n'), reversed), ['number: 103 tons → 903 tons']);
  });
});

describe('A change as plain values', () => {
  it('has the words, the place and the claim of both versions', () => {
    const [old, now] = [
      parseBrief(whole('# T\n\n- Leaks may cost 7% [3].')),
      parseBrief(whole('# T\n\nLeaks cost 7% [3].')),
    ];
    const [change] = compareBriefs(old, now);
    assert.ok(change);
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.deepEqual(changeReport(change, old, now), {
      kind: 'hedge',
      what: 'lost',
      old: { text: 'may', range: at(2, 8, 11), claim: { text: 'Leaks may cost 7% [3].', range: at(2, 2, 24) } },
      now: { text: null, range: at(2, 0, 18), claim: { text: 'Leaks cost 7% [3].', range: at(2, 0, 18) } },
    });
  });
});
