import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderMarks } from '../../../src/core/page/renderMarks';

const HEAD = `---
language: en
sources:
  - { id: 1, title: Harbour report, quote: Cranes moved 48 containers an hour in March. }
  - { id: 2, title: "<img src=x onerror=alert(1)>", quote: Tugs burned oil. }
---
`;

/** Each mark of a body: what it stands for, and what it shows, without elements. */
function marksOf(body: string): string[] {
  const text = HEAD + body;
  return renderMarks(parseBrief(text)).marks.map(({ span, keeps, opening, closing }) => {
    const written = text.slice(span.start, span.end);
    const shown = (html: string) => html.replace(/<[^>]*>/g, '');
    return keeps ? `${shown(opening)}(${written})${shown(closing)}` : `${written} → ${shown(opening + closing)}`;
  });
}

describe('The marks of a brief for the page of another program', () => {
  it('are chips, gaps, own judgements, and what no source says', () => {
    assert.deepEqual(
      marksOf('- Cranes moved 52 containers an hour. [1]\n- It is time. [own]\n- Boats sank in 2020. [?]\n'),
      ['(52) (not found)', '[1] → 1', '[own] → own judgement', '[?] → source needed'],
    );
  });

  it('are tags behind what needs a source and has none', () => {
    assert.deepEqual(marksOf('- Ferries made 17 trips in 2023.\n- [ ] Ask.\n'), [' → no source']);
  });

  it('are none for links, figures and remarks, which the other program shows', () => {
    assert.deepEqual(marksOf('See https://example.org and {{none}}, really[^a].\n\n[^a]: A remark.\n'), []);
  });

  it('carry the verdict, and open the card that says it, without a script', () => {
    const { marks, cards } = renderMarks(parseBrief(`${HEAD}- Cranes moved 48 containers an hour. [1]\n`));
    const chip = /<button class="chip".*data-verdict="(\w+)".*popovertarget="([^"]+)"/;
    const [, verdict, id] = chip.exec(marks[0]?.opening ?? '') ?? [];
    assert.equal(verdict, 'found');
    assert.match(cards, new RegExp(`<div class="card" id="${id}" popover`));
    assert.match(cards, /<mark>48<\/mark>/);
    // No entry of a source is on that page.
    assert.doesNotMatch(cards, /href="#/);
  });

  it('escape what a brief says', () => {
    const { marks, cards } = renderMarks(parseBrief(`${HEAD}- Tugs burned 31 tonnes. [2]\n- More. [@<b>]\n`));
    const html = cards + marks.map(({ opening, closing }) => opening + closing).join('');
    assert.match(html, /&lt;img src=x/);
    assert.doesNotMatch(html, /<(?:img|b)\b/);
  });
});
