import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, indexLines } from '../../../src/core/base/text';
import { workspaceOf } from '../../../src/core/brief/config/config';
import { readConfig } from '../../../src/core/brief/config/readConfig';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { type CitationChoices, citationChoices } from '../../../src/core/editor/editing/citationChoices';
import { withCursor } from '../../fixture';
import { runs } from '../../runs';

const HEAD = `---
sources:
  - id: 1
    title: Deals of the year
    authors: [Ada Sample, Lin Muster]
    publisher: Sample Business Wire
    published: 2025-07-16
    quote: >-
      It was a long summer in which much was said about magnets and little was done, until at the end of July the
      agreement over magnets from the mine was signed, and it is worth $500 million, more than anybody had thought.
  - id: 3
    title: Where the ore is
    quote: The southern deposits are rich in heavy elements.
  - id: 7
    publisher: Sample Notes
---

`;

function choicesAt(marked: string, head = HEAD): { readonly text: string; readonly choices: CitationChoices | null } {
  const { text, cursor } = withCursor(marked);
  const at = head.length + cursor;
  return { text: head + text, choices: citationChoices(parseBrief(head + text), { start: at, end: at }) };
}

/** The body after a source was picked at the cursor. */
function picked(marked: string, id: string, head = HEAD): string {
  const { text, choices } = choicesAt(marked, head);
  const choice = [...(choices?.likely ?? []), ...(choices?.others ?? [])].find((one) => one.id === id);
  assert.ok(choice);
  return applyEdits(text, choice.edits).slice(head.length);
}

describe('the sources to choose a citation from', () => {
  it('are the likely ones first, then all others in the order of the brief', () => {
    const { choices } = choicesAt('- The heavy elements lie in the south|.\n');
    assert.deepEqual(
      choices?.likely.map(({ id }) => id),
      ['3'],
    );
    assert.deepEqual(
      choices?.others.map(({ id }) => id),
      ['1', '7'],
    );
    assert.equal(choices?.claim, 'The heavy elements lie in the south.');
  });

  it('are offered if the configuration exempts a section that is a list of sources elsewhere', () => {
    const workspace = workspaceOf({
      uri: 'file:///a/brief.config.yaml',
      lines: indexLines(''),
      text: '',
      config: readConfig('exempt-sections: [Links]\n'),
      bibliography: [],
      library: null,
      folder: null,
      texts: [],
    });
    const text = `${HEAD}- The ore lies in the south.\n\n## Links\n\n- [1] Deals, and [7].\n`;
    const at = text.indexOf('.\n\n## ');
    assert.ok(citationChoices(parseBrief(text, { workspace }), { start: at, end: at }));
  });

  it('name once what is shared as a word of a term, or as a number, too', () => {
    const head =
      '---\nsources:\n  - id: 1\n    title: A\n    quote: Two plants opened in Texas. Two more follow.\n---\n\n';
    const [best] = choicesAt('- Two plants opened in Texas, and Two more follow|.\n', head).choices?.likely ?? [];
    assert.deepEqual(best?.why, ['term plants opened', 'term Texas', 'term follow', 'number Two']);
  });

  it('come with the words of the passage around what is shared', () => {
    const [best] = choicesAt('- 协议价值5亿美元|。\n').choices?.likely ?? [];
    assert.equal(best?.id, '1');
    assert.deepEqual(best.why, ['number 5亿美元', 'term 协议']);
    assert.match(best.passage, /^….*it is worth \$500 million, more than anybody had thought\.$/);
    assert.ok(best.passage.length < 90, best.passage);
  });

  it('say who wrote and published them, and when', () => {
    const { choices } = choicesAt('- Nothing alike|.\n');
    const [first, , last] = choices?.others ?? [];
    assert.deepEqual(first, {
      id: '1',
      citation: '[1]',
      title: 'Deals of the year',
      authors: 'Ada Sample, Lin Muster',
      publisher: 'Sample Business Wire',
      year: '2025',
      cited: false,
      edits: first?.edits,
    });
    assert.deepEqual([last?.title, last?.publisher], ['Sample Notes', '']);
  });

  it('are ranked for the sentence of the cursor, and for the whole insight where that is like none', () => {
    const body = (first: string, second: string) => `- The deal over magnets${first}. It is said${second}.\n`;
    assert.equal(choicesAt(body('|', '')).choices?.likely[0]?.id, '1');
    assert.equal(choicesAt(body('', '|')).choices?.likely[0]?.id, '1');
    assert.equal(choicesAt(body('', '|')).choices?.claim, 'It is said.');
  });

  it('are ranked for what is selected', () => {
    const text = `${HEAD}- Magnets are made of heavy elements.\n`;
    const start = text.lastIndexOf('heavy');
    const choices = citationChoices(parseBrief(text), { start, end: start + 'heavy elements'.length });
    assert.equal(choices?.claim, 'heavy elements');
    assert.equal(choices.likely[0]?.id, '3');
  });

  it('are marked where the insight rests on them, and do nothing where they stand already', () => {
    const { choices } = choicesAt('- A [3]. It is said| [1].\n');
    const all = [...(choices?.likely ?? []), ...(choices?.others ?? [])];
    const about = (id: string) => all.find((choice) => choice.id === id);
    assert.deepEqual([about('1')?.cited, about('1')?.edits], [true, []]);
    assert.deepEqual([about('3')?.cited, about('3')?.edits.length], [true, 1]);
    assert.deepEqual([about('7')?.cited, about('7')?.edits.length], [false, 1]);
  });

  it('show no control of a title as it is', () => {
    const head = '---\nsources:\n  - id: 1\n    title: "A\\u202EB\\nC"\n---\n\n';
    assert.equal(choicesAt('- It fell|.\n', head).choices?.others[0]?.title, 'A\\u{202e}B C');
  });

  it('are none where there is no insight', () => {
    assert.equal(choicesAt('## Head|ing\n\n- It fell.\n').choices, null);
    assert.equal(choicesAt('```\ncode|\n```\n').choices, null);
    assert.equal(choicesAt('- It fell.\n\n|\n').choices, null);
  });
});

describe('a citation that is picked', () => {
  for (const [name, before, id, after] of [
    ['goes to the end of the sentence', '- It fe|ll. It rose.', '3', '- It fell [3]. It rose.'],
    ['goes to the end of the sentence before the cursor', '- It fell.| It rose.', '3', '- It fell [3]. It rose.'],
    [
      'goes to the end of the sentence that starts at the cursor',
      '- It fell. |It rose.',
      '3',
      '- It fell. It rose [3].',
    ],
    ['goes to the end of the insight from its list marker', '|- It fell. It rose.', '3', '- It fell. It rose [3].'],
    ['goes to the end from a word in code', '- It is `a.b|c. D` there.', '3', '- It is `a.bc. D` there [3].'],
    [
      'goes to the end from within a link',
      '- See [a. B|c](https://a.org) now.',
      '3',
      '- See [a. Bc](https://a.org) now [3].',
    ],
    ['goes to the item and not to its nested ones', '- It fe|ll\n  - It rose.', '3', '- It fell [3]\n  - It rose.'],
    [
      'fills the gap of its sentence',
      '- It fe|ll [?] and rose. It stayed [?].',
      '3',
      '- It fell [3] and rose. It stayed [?].',
    ],
    ['goes to the end from within a formula', '- It is $X.| Y$ there. So.', '3', '- It is $X. Y$ there [3]. So.'],
    ['joins those that are there', '- It fe|ll [1][7].', '3', '- It fell [1][3][7].'],
  ] as const) {
    it(name, () => assert.equal(picked(before, id), after));
  }

  it('has the form of a key where the source has one', () => {
    const head = '---\nsources:\n  - id: usgs-2024\n    title: A\n---\n\n';
    assert.equal(picked('- It fell|.', 'usgs-2024', head), '- It fell [@usgs-2024].');
  });

  it('stands behind a selection of whole lines', () => {
    const text = `${HEAD}- It fell.\n- It rose.\n`;
    const start = text.indexOf('- It fell');
    const choices = citationChoices(parseBrief(text), { start, end: text.indexOf('- It rose') });
    assert.equal(applyEdits(text, choices?.others[0]?.edits ?? []), `${HEAD}- It fell [1].\n- It rose.\n`);
  });
});

describe('the sources that a search finds', () => {
  const many = parseBrief(
    `---\nsources:\n${Array.from({ length: 700 }, (_, i) => `  - id: ${i + 1}\n    title: Ore, part ${i + 1}\n    authors: [Ada ${i % 2 ? 'Sample' : 'Muster'}]\n`).join('')}---\n\n- It rose.\n`,
  );
  const at = many.text.indexOf('rose');
  const found = (search: string | null, brief = many) => {
    const choices = citationChoices(
      brief,
      { start: brief.text.indexOf('rose'), end: brief.text.indexOf('rose') },
      search,
    );
    return { ids: [...(choices?.likely ?? []), ...(choices?.others ?? [])].map(({ id }) => id), more: choices?.more };
  };

  it('are all without one', () => {
    assert.equal(found(null).ids.length, 700);
    assert.equal(found(null).more, false);
    assert.equal(citationChoices(many, { start: at, end: at })?.others.length, 700);
  });

  it('are the first where no word is given, and it is said that there are more', () => {
    assert.deepEqual(found(''), { ids: Array.from({ length: 300 }, (_, i) => `${i + 1}`), more: true });
  });

  it('have all the words, in any order and case', () => {
    assert.deepEqual(found('SAMPLE  part 66'), {
      ids: ['66', '166', '266', '366', '466', '566', '660', '662', '664', '666', '668'],
      more: false,
    });
    assert.deepEqual(found('666 ada sample'), { ids: ['666'], more: false });
    assert.deepEqual(found('nobody'), { ids: [], more: false });
  });

  it('have them with accents or without', () => {
    const brief = parseBrief(
      '---\nsources:\n  - id: 1\n    title: Étude\n    authors: [Ana Gonçalves]\n---\n\n- It rose.\n',
    );
    for (const search of ['etude goncalves', 'Étude', 'GONÇALVES'])
      assert.deepEqual(found(search, brief).ids, ['1'], search);
  });

  it('begin with the one that is named by its id, as it is or as it is cited', () => {
    for (const search of ['7', '[7]', '@7']) assert.deepEqual(found(search).ids.slice(0, 3), ['7', '17', '27'], search);
    assert.equal(found('part 1').ids[0], '1');
    assert.deepEqual(found('7 muster sample').ids, []);
  });

  it('are likely ones by their passages, too', () => {
    const { text } = choicesAt('- The agreement rose to $500 million|.\n');
    const brief = parseBrief(text);
    assert.deepEqual(found('anybody', brief).ids, ['1']);
    assert.deepEqual(found('$500 muster', brief).ids, ['1']);
    assert.deepEqual(found('where ore', brief).ids, ['3']);
  });
});

describe('a new source', () => {
  for (const [name, head, list, after] of [
    [
      'in the front matter',
      '---\nsources:\n  - id: 1\n    title: A\n---\n\n',
      '',
      '  - id: 2\n    title: Title of the source\n',
    ],
    ['in a sources section', '', '\n## Sources\n\n- [1] A\n', '- [2] Title of the source\n'],
    ['in a new section', '', '', '## Sources\n\n- [1] Title of the source\n'],
  ] as const) {
    it(`is declared ${name}, cited, and its title is found`, () => {
      const { choices } = choicesAt(`- It fell|.\n${list}`, head);
      const added = choices?.newSource;
      assert.ok(added);
      assert.ok(added.text.includes(after), added.text);
      assert.ok(added.text.includes(`It fell ${added.citation}.`), added.text);
      assert.equal(added.text.slice(added.title.start, added.title.end), 'Title of the source');
    });
  }

  it('is found behind a text without a last line break', () => {
    const added = choicesAt('- It fell|', '').choices?.newSource;
    assert.ok(added);
    assert.equal(added.text.slice(added.title.start, added.title.end), 'Title of the source');
  });
});

describe('every choice, at every place', () => {
  const parts = fc.constantFrom(
    ...'\n- ¦\n  - ¦\n¦\n\n¦ ¦. ¦.¦。¦: ¦It fell¦稀土¦U.S.¦3.5¦`a. b`¦$x. y$¦**¦*¦_¦“¦”¦"¦> ¦| ¦1. ¦# ¦```\n¦\\¦\r\n'.split(
      '¦',
    ),
    ...'[1]¦[1, 7]¦[3-7]¦[@k]¦[@k; @l]¦[^n]¦¹¦【1】¦[1](https://a.org)¦[a][1]¦[a. b](https://a.org)¦(see [1])'.split(
      '¦',
    ),
    ...'<!-- brief: computed -->¦<b title="a. b">¦[own]¦[?]'.split('¦'),
  );
  const head =
    '---\nsources:\n  - id: 1\n    title: It fell\n  - id: 3\n  - id: 7\n  - id: k\n  - id: l\n  - id: odd.\n---\n\n';

  it('cites its source in the insight of that place, and takes no citation away', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (body, where) => {
        const text = head + body.join('');
        const brief = parseBrief(text);
        const at = Math.floor(head.length + where * (text.length - head.length));
        const choices = citationChoices(brief, { start: at, end: at });
        if (!choices) return;
        for (const choice of [...choices.likely, ...choices.others]) {
          if (choice.edits.length === 0) continue;
          const after = parseBrief(applyEdits(text, choice.edits));
          const [edit] = choice.edits;
          const place = (edit?.span.start ?? 0) + (edit?.newText.trimEnd().length ?? 0) - 1;
          const holder = after.insights.find(({ span }) => span.start <= place && place < span.end);
          const shown = JSON.stringify(after.text.slice(head.length));
          assert.ok(holder?.cites.includes(choice.id), `${choice.citation} is not cited in ${shown}`);
          const ids = (one: typeof brief) => one.citations.flatMap(({ items }) => items.map(({ id }) => id)).sort();
          assert.deepEqual(ids(after), [...ids(brief), choice.id].sort(), shown);
        }
        const added = choices.newSource;
        if (!added) return;
        assert.equal(added.text.slice(added.title.start, added.title.end), 'Title of the source');
        assert.equal(added.text, applyEdits(text, added.edits));
        assert.ok(indexLines(added.text).count > 0);
      }),
      { numRuns: runs(200) },
    );
  });
});
