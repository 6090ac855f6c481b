import assert from 'node:assert/strict';
import { checkBrief, type Given, hoverAt, type Problem, parseBrief, toPlainText } from '../../../src/core';
import { withCursor } from '../../fixture';

const SOURCES = `sources:
  - id: 5
    title: Nickel in numbers
    publisher: Sample Metals
    authors: [Ada Sample, Lin Muster]
    published: 2024-06-10
    url: https://example.org/nickel
    quote:
      - { text: "Indonesia mined 2.2 million tonnes of nickel, more than half of the output.", page: 12 }
      - { text: "Prices of nickel fell by 21%, and smelters in Australia closed their doors.", page: 14 }
  - id: usgs-2024
    title: Deals in 8 magnets
    quote: The deal over magnets from Mountain Pass is worth $500 million.
  - id: 12
    title: Metals in May
    quote:
      - Prices of copper fell by 9%, and those of zinc by 17%.
      - In all, fewer than 40 smelters closed.
  - id: 4
    title: Nothing is quoted
  - id: 8
    title: 镍价下跌
    quote: 2024年镍价下跌约34%，冶炼厂关闭了大门。`;

function at(marked: string, options?: Given) {
  const { text, cursor } = withCursor(`---\n${SOURCES}\n---\n\n${marked}\n`);
  const hover = hoverAt(parseBrief(text, options), cursor);
  return { on: hover && text.slice(hover.span.start, hover.span.end), said: hover ? toPlainText(hover.content) : '' };
}

const said = (marked: string) => at(marked).said;

/** The first line says the verdict. */
const verdict = (marked: string) => said(marked).replace(/\n.*/s, '');

describe('the hover on the sign of a key', () => {
  it('is that on the key, also of several in one bracket', () => {
    const text = '- The deal is worth a lot [@usgs-2024; @{usgs-2024}].';
    for (const sign of ['@usgs', '@{usgs', '{usgs']) {
      const marked = text.replace(sign, `|${sign}`);
      assert.match(said(marked), /Deals in 8 magnets/, marked);
      assert.equal(at(marked).on, 'usgs-2024');
    }
    assert.equal(
      said('- The deal is worth a lot [@usgs-2024|; @usgs-2024].'),
      said('- The deal is worth a lot [|@usgs-2024; @usgs-2024].'),
    );
    assert.equal(said('- Write to a|@example.org of words.'), '');
  });
});

describe('the hover on a citation of a source with a date and time', () => {
  it('writes them without the sign of ISO 8601 between', () => {
    const text = '---\nsources:\n  - id: 1\n    title: Ore\n    published: 2025-08-06T03:21\n---\n\n- Ore fell [1].\n';
    const hover = hoverAt(parseBrief(text), text.lastIndexOf('1'));
    assert.match(hover ? toPlainText(hover.content) : '', /^\[1\] Ore\n2025-08-06 03:21 · /);
  });
});

describe('the hover on a number', () => {
  it('sets what the claim and the passage say of it side by side', () => {
    assert.deepEqual(at('- Prices of copper fell by |17% [12].'), {
      on: '17%',
      said: 'Differs from [12]\nClaim: copper · 17%\nPassage: zinc · 17%; copper · 9%\nMetals in May\n\n    Prices of copper fell by *9%*, and those of *zinc* by *17%*.',
    });
  });

  it('leaves the verdict to a problem that says it, and shows what the problem does not', () => {
    const { text, cursor } = withCursor(`---\n${SOURCES}\n---\n\n- Prices of nickel fell by |22% [5].\n`);
    const brief = parseBrief(text);
    const words = (problems: readonly Problem[]) => toPlainText(hoverAt(brief, cursor, problems)?.content ?? []);
    assert.match(words([]), /^Not found in \[5\]/);
    assert.match(words(checkBrief(brief)), /^Nickel in numbers · p\. 14\n\n {4}Prices of nickel fell by/);
  });

  it('says how the passage bounds it', () => {
    assert.match(said('- More than |40 smelters closed [12].'), /\nClaim: More than 40\nPassage: fewer than 40\n/);
  });

  it('says where it is found, and shows the passage with it marked', () => {
    assert.deepEqual(at('- Indonesia mined 2.2 |million tonnes of nickel [5].'), {
      on: '2.2 million tonnes',
      said: 'Found in [5]\nNickel in numbers · p. 12\n\n    Indonesia mined *2.2 million tonnes* of nickel, more than half of the output.',
    });
  });

  it('is there at both of its ends', () => {
    assert.equal(at('- Prices of nickel fell by |21% [5].').on, '21%');
    assert.equal(at('- Prices of nickel fell by 21%| [5].').on, '21%');
    assert.equal(at('- Prices of nickel fell| by 21% [5].').on, null);
  });

  it('says what its source has instead', () => {
    assert.equal(
      said('- Prices of nickel fell by 2|3% [5].'),
      'Not found in [5], whose passage says 21%\nNickel in numbers · p. 14\n\n    Prices of nickel fell by *21%*, and smelters in Australia closed their doors.',
    );
  });

  it('says which other source has it', () => {
    assert.equal(
      said('- Nickel and magnets from Mountain Pass are worth $5|00 million [5].'),
      'Found elsewhere: not in [5], but [@usgs-2024] has it\nDeals in 8 magnets\n\n    The deal over magnets from Mountain Pass is worth *$500 million*.',
    );
  });

  it('says why it can not be checked', () => {
    assert.equal(verdict('- Cobalt costs $15|,000 [4].'), 'Cannot check: [4] has no passage here');
    assert.equal(
      verdict('- Cobalt costs $15|,000 [@usgs-2024].'),
      'Cannot check: [@usgs-2024] has only quotes about other things',
    );
    assert.equal(
      verdict('- Cobalt costs $15|,000 [5][@usgs-2024].'),
      'Cannot check: [5] or [@usgs-2024] has only quotes about other things',
    );
    assert.equal(verdict('- Nickel fell to $15|,000 [5][9].'), 'Cannot check: nothing declares [9]');
  });

  it('names the title that has it, without saying it twice', () => {
    assert.equal(
      said('- Deals in |8 magnets were made [@usgs-2024].'),
      'Found in the title of [@usgs-2024]\n\n    Deals in *8* magnets',
    );
  });

  it('says that a date is that of the source', () => {
    assert.equal(said('- This was written in J|une 2024 [5].'), 'Found: [5] was published then');
  });

  it('says whose a number is that is not looked up', () => {
    assert.equal(
      said('- That is 4.4 million| tonnes [5]. <!-- brief: computed -->'),
      'Computed by the author: not checked',
    );
    assert.equal(said('- I think that 12%| is likely. [own]'), "The author's own: not looked up");
    const section = '## Outlook <!-- brief: own -->\n\n';
    assert.equal(said(`${section}- I think that 12%| is likely.`), "The author's own: not looked up");
  });

  it('shows a calculation that the comment names, with the passages of its numbers', () => {
    const computed = (formula: string) => `<!-- brief: computed ${formula} -->`;
    assert.equal(
      said(`- Copper and zinc fell by |13% on average [12]. ${computed('(9% + 17%) / 2')}`),
      'Found in [12], computed: (9% + 17%) / 2\nMetals in May\n\n    Prices of copper fell by *9%*, and those of zinc by *17%*.',
    );
    assert.equal(
      said(`- Nickel fell by |12 points more than copper [5][12]. ${computed('21% − 9%')}`),
      'Found in [5] and [12], computed: 21% − 9%\nNickel in numbers · p. 14\n\n    Prices of nickel fell by *21%*, and smelters in Australia closed their doors.\n\nMetals in May\n\n    Prices of copper fell by *9%*, and those of zinc by 17%.',
    );
    assert.equal(said(`- 3 of 12 pumps, or |25%. ${computed('3 / 12')}`), 'Found, computed: 3 / 12');
    assert.match(
      said(`- Copper and zinc fell by |15% on average [12]. ${computed('(9% + 17%) / 2')}`),
      /^Not found: \(9% \+ 17%\) \/ 2 gives 13%, not 15%\nMetals in May\n/,
    );
  });

  it('is none where nothing is to be looked up', () => {
    assert.equal(said('- I|t is the first of one or two [5].'), '');
    assert.equal(said('- It is the fir|st of them [5].'), '');
  });

  it('tells why a source is asked for, where none is cited', () => {
    assert.equal(said('- Nothing is cited for 12%|.'), 'Needs a source: it states an amount.');
    assert.equal(said('- Noth|ing is cited for 12%.'), '');
    assert.equal(said('## Outlook\n\n- Prices will rise by 12%|.'), 'A hint only: its section draws conclusions.');
  });

  it('shows the value that a reference to a key number hides', () => {
    const figure = '```figure\nid: out\ntitle: Output\nvalue: 2.2 million tonnes\ncites: [5]\n```';
    assert.equal(
      said(`${figure}\n\n- Indonesia mined {{o|ut}}.`).replace(/\n\n {4}.*/s, ''),
      '2.2 million tonnes · Output\n\nFound in [5]\nNickel in numbers · p. 12',
    );
  });

  it('is there in the value of a figure', () => {
    assert.deepEqual(
      at('```figure\nid: out\nvalue: 2.2 |million tonnes\ntitle: Nickel\ncites: [5]\n```').on,
      '2.2 million tonnes',
    );
  });
});

describe('the hover on a quotation', () => {
  it('says where its words are found', () => {
    assert.deepEqual(at('- "Smelters in Aus|tralia closed their doors", they say [5].'), {
      on: 'Smelters in Australia closed their doors',
      said: 'Found in [5]\nNickel in numbers · p. 14\n\n    Prices of nickel fell by 21%, and *smelters in Australia closed their doors*.',
    });
  });

  it('says word by word what differs', () => {
    assert.equal(
      said('- "Smelters in Austria closed all their do|ors", they say [5].'),
      'Altered: differs from [5] in 2 places\n[-Austria-] Australia · [-all-] is not in the source\nNickel in numbers · p. 14\n\n    Prices of nickel fell by 21%, and *smelters in Australia closed their doors*.',
    );
  });

  it('gives way to the number in it', () => {
    assert.equal(at('- "Prices of nickel fell by 2|1%", they say [5].').on, '21%');
  });

  it('says that its words are in no passage of its language', () => {
    assert.equal(
      verdict('- "Smelters in Aus|tralia opened wide for everybody", they say [8].'),
      'Cannot check: the passages of [8] are in another language',
    );
  });
});

describe('the hover on a citation', () => {
  it('says what the source is, and what it says to the numbers of the sentence', () => {
    assert.deepEqual(at('- Indonesia mined 2.2 million tonnes of nickel, and prices fell by 23% [|5].'), {
      on: '[5]',
      said: [
        '[5] Nickel in numbers',
        'Ada Sample and Lin Muster · Sample Metals · 2024-06-10 · cited once',
        'https://example.org/nickel',
        '',
        '----',
        '',
        '2.2 million tonnes · Found in [5] · p. 12',
        '',
        '    Indonesia mined *2.2 million tonnes* of nickel, more than half of the output.',
        '',
        '23% · Not found in [5], whose passage says 21% · p. 14',
        '',
        '    Prices of nickel fell by *21%*, and smelters in Australia closed their doors.',
      ].join('\n'),
    });
  });

  it('marks all that one passage has, once', () => {
    const { said } = at('- 2024年镍价下跌34%[8|]。');
    assert.match(said, /2024年 and 34% · Found in \[8\]\n\n {4}\*2024年\*镍价下跌约\*34%\*，冶炼厂关闭了大门。$/);
  });

  it('is about one source of several', () => {
    assert.equal(at('- It is so [4, |5].').on, '5');
    assert.equal(at('- It is so [4]|[5].').on, '[5]');
    assert.equal(at('- It is so [@usgs-2024, p. 3; @us|gs-2024].').on, 'usgs-2024');
    assert.equal(at('- As @usgs|-2024 says, it is so.').on, '@usgs-2024');
  });

  it('speaks of its own sentence, and of those without a citation', () => {
    const text = 'Prices fell by 21% [5]. Indonesia mined 2.2 million tonnes of nickel [5|]. It was 3.3 million once.';
    assert.doesNotMatch(said(text), /21% ·/);
    assert.match(said(text), /\n2\.2 million tonnes · Found/);
    assert.match(said(text), /\n3\.3 million · Not found|\n3\.3 million · Cannot/);
  });

  it('shows the nearest passage where there is nothing to look up', () => {
    assert.match(
      said('- The smelters of Australia are closed [|5].'),
      /Nearest passage · p\. 14\n\n {4}Prices of nickel fell by 21%, and smelters in Australia closed their doors\.$/,
    );
  });

  it('says that the source has no passage to compare with', () => {
    assert.match(said('- The smelters of Australia are closed [|4].'), /It has no passage to compare with\.$/);
  });

  it('says that the source has passages about other things only', () => {
    assert.match(said('- Whales sing [|5].'), /It has no passage about the same thing\.$/);
  });

  it('is there in the list of a figure', () => {
    const { on, said } = at('```figure\nid: out\nvalue: 2.2 million tonnes\ntitle: Nickel\ncites: [4, |5]\n```');
    assert.equal(on, '5');
    assert.match(said, /2\.2 million tonnes · Found in \[5\] · p\. 12/);
  });

  it('counts citations, and figures, that rest on the source', () => {
    const figure = '```figure\nid: out\nvalue: 2\ncites: [4]\n```';
    assert.match(said(`${figure}\n\n- It is {{out}}. It is so [4, 5, 4|].`), /\nCited twice$/m);
    assert.match(said('- So [4]. So [4]. So [5][4]. So [4|].'), /\nCited 4 times$/m);
  });

  it('is none where nothing declares the source', () => {
    assert.equal(said('- It is so [9|].'), '');
  });
});

describe('the hover on a reference to a figure', () => {
  const FIGURES = `figures:
  - { id: shares, title: Who refines, caption: In percent, chart: bar, data: [{ a: 1, b: 2 }], x: a, y: b, cites: [5] }
  - { id: chain, title: The chain, image: images/chain.svg, own: true }`;
  const card = (marked: string) => {
    const { text, cursor } = withCursor(`---\n${SOURCES}\n${FIGURES}\n---\n\n${marked}\n`);
    const hover = hoverAt(parseBrief(text), cursor);
    return hover && toPlainText(hover.content);
  };

  it('says what it shows and what it rests on', () => {
    assert.equal(
      card('See @fig:sh|ares [5].'),
      'Who refines\nBar chart of 1 row\nIn percent\nFrom [5] Nickel in numbers',
    );
  });

  it('says that it is the author’s own', () => {
    assert.equal(card('See @fig:ch|ain [5].'), "The chain\nImage images/chain.svg\nThe author's own");
  });
});

describe('the hover on what is not of the text', () => {
  const whole = (marked: string) => {
    const { text, cursor } = withCursor(marked);
    const hover = hoverAt(parseBrief(text), cursor);
    return hover && [text.slice(hover.span.start, hover.span.end), toPlainText(hover.content)];
  };

  it('says what a key means', () => {
    assert.deepEqual(whole('---\ntitle: A\npub|lished: 2024-05-01\n---\n'), [
      'published',
      'published\nWhen the brief was published: a date such as 2025-08-06, or a date and time such as 2025-08-06T03:21.',
    ]);
  });

  it('says it of a key of a source and of a figure, by the name that we know', () => {
    assert.match(whole('---\nsources:\n  - id: 1\n    auth|or: A\n---\n')?.[1] ?? '', /^authors\n/);
    assert.match(whole('# T\n\n```figure\nid: a\nva|lue: 9%\n```\n')?.[1] ?? '', /^value\nA key number/);
  });

  it('says nothing on a key that means nothing, or on a value', () => {
    assert.equal(whole('---\nsi|te: A\n---\n'), null);
    assert.equal(whole('---\ntitle: A| b\n---\n'), null);
  });

  it('says what a rule reports that is turned off or set, with its page', () => {
    const [on, said] = whole('# T\n\n<!-- brief-disable-next-line citation/mis|sing -->\n- A rose by 5%.\n') ?? [];
    assert.equal(on, 'citation/missing');
    assert.match(said ?? '', /^citation\/missing\nAn insight that .*\nhttps:.*citation\/missing\.md$/);
    assert.equal(whole('---\nrules:\n  source/un|used: off\n---\n')?.[0], 'source/unused');
  });
});
