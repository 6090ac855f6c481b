import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkBrief, evidenceOf, inspectBrief, parseBrief, renderBrief, semanticTokens } from '../../../../src/core';
import { applyEdits } from '../../../../src/core/base/text';
import { shownText, threadsOf, unclosedComments } from '../../../../src/core/brief/comments/threads';
import { compareBriefs } from '../../../../src/core/editor/comparing';
import { fixAll } from '../../../../src/core/editor/editing/fixAll';
import { markVerified } from '../../../../src/core/editor/editing/markVerified';
import { formattingEdits } from '../../../../src/core/editor/formatting';
import { convertCitations } from '../../../../src/core/editor/sources/convertCitations';
import { organizeSources } from '../../../../src/core/editor/sources/organizeSources';

/** Each thread as its comments and what it is about, an open one without a tick. */
function threads(text: string): string[] {
  const brief = parseBrief(text);
  return threadsOf(brief).map(({ comments, resolved, insight }) => {
    const about = insight === null ? '' : brief.insights[insight]?.text.slice(0, 12);
    return `${comments.map((one) => `${one.author ?? ''}: ${one.text}`).join(' / ')}${resolved ? ' ✓' : ''} → ${about}`;
  });
}

const COMMENT =
  '{>>Is it 71% [9] in 1999, “as she said”, @nobody? https://c.example/x (Source: Reuters) @AZ 2026-11-28<<}';
const SAMPLES = ['samples/problems.brief', 'samples/rare-earths.brief', 'samples/稀土供应.brief'];

/** A text with a comment behind each of its insights, some glued to it. */
function commented(text: string): string {
  const { insights } = parseBrief(text);
  const places = new Set(insights.map(({ span }) => span.end));
  return applyEdits(
    text,
    [...places].map((at, i) => ({ span: { start: at, end: at }, newText: `${i % 3 ? ' ' : ''}${COMMENT}` })),
  );
}

describe('The threads of a brief', () => {
  it('are comments that follow each other behind one insight', () => {
    assert.deepEqual(threads('- One. {>>Why? @AZ 2026-11-28<<} {>>So. @BC 2026-11-29<<}\n- Two.{>>No?<<}\n'), [
      'AZ: Why? / BC: So. → One.',
      ': No? → Two.',
    ]);
  });

  it('end with the comment that resolves them', () => {
    assert.deepEqual(threads('One. {>>a @A 2026-11-28<<} {>>b @B 2026-11-28 resolved<<} {>>c @C 2026-11-28<<}\n'), [
      'A: a / B: b ✓ → One.',
      'C: c → One.',
    ]);
  });

  it('stand within an insight, alone in the paragraph after it, in cells and in quotations', () => {
    assert.deepEqual(
      threads('It rose.{>>a<<} It fell.\n\n{>>b<<}\n\n| x | y |\n| - | - |\n| 1{>>c<<} | 2 |\n\n> Said. {>>d<<}\n'),
      [': a → It rose.    ', ': b → It rose.    ', ': c → ', ': d → '],
    );
  });

  it('have exact places, also in CRLF', () => {
    const text = 'It rose. {>>a\r\nb<<} And {>>c<<} fell.\r\n';
    const found = threadsOf(parseBrief(text)).flatMap(({ comments }) => comments);
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['{>>a\r\nb<<}', '{>>c<<}'],
    );
  });

  it('are never in code, fences, math, HTML comments, front matter or behind a backslash', () => {
    const text = [
      '---\ntitle: A {>>a<<} b\n---\n\n`{>>a<<}` and $x{>>a<<}$ and <!-- {>>a<<} --> and \\{>>a<<}.',
      '```\n{>>a<<}\n```\n\n    {>>a<<}\n\n$$\n{>>a<<}\n$$\n\n<div>\n{>>a<<}\n</div>\n',
    ].join('\n\n');
    assert.deepEqual(threads(text), []);
  });

  it('are told of where one does not end in its block, and the next one is read', () => {
    const text = 'It {>>rose {>>a<<}.\n\n- b {>>c\n- d<<}\n';
    assert.deepEqual(threads(text).length, 1);
    assert.deepEqual(
      [...unclosedComments(parseBrief(text))].map(({ start }) => start),
      [3, text.indexOf('{>>c')],
    );
  });

  it('leave other CriticMarkup as it is', () => {
    const [insight] = parseBrief('It {++rose++} {--fell--} {~~a~>b~~} {==here==}.\n').insights;
    assert.equal(insight?.text, 'It {++rose++} {--fell--} {~~a~>b~~} {==here==}.');
  });

  it('are not part of a heading, a title or a lead-in', () => {
    const brief = parseBrief(
      '# Tin {>>a<<}\n\nIt fell [1]: {>>b 5<<}\n\n- In May.\n\n## Sources {>>c<<}\n\n[1] One. https://a.example\n',
    );
    assert.deepEqual(
      brief.sections.map(({ heading }) => heading),
      ['Sources'],
    );
    assert.equal(brief.title?.value, 'Tin');
    assert.equal(brief.insights[1]?.citedVia, 'lead-in');
  });
});

describe('What a comment says', () => {
  for (const path of SAMPLES) {
    const text = readFileSync(path, 'utf8');
    const before = parseBrief(text);
    const after = parseBrief(commented(text));

    it(`is no claim, citation or slip in ${path}`, () => {
      const facts = (brief: typeof before) => ({
        insights: brief.insights.map((one) => [one.text, one.cites, one.citedVia, one.mustCite, one.sentences.length]),
        citations: brief.citations.map(({ form, items }) => [form, items.map(({ id }) => id)]),
        slips: brief.slips.map(({ kind }) => kind),
        links: brief.links.map(({ url }) => url.value),
        sources: brief.sources.map(({ id, title }) => [id, title?.value]),
      });
      assert.ok(threadsOf(after).length > 5);
      assert.deepEqual(facts(after), facts(before));
    });

    it(`is checked by no rule in ${path}`, () => {
      const said = (brief: typeof before) => checkBrief(brief).map(({ rule, message }) => `${rule} ${message}`);
      assert.deepEqual(said(after), said(before));
    });

    it(`is not looked up in the sources of ${path}`, () => {
      const said = (brief: typeof before) =>
        [...evidenceOf(brief).insights].map((one) => [
          one?.numbers.length,
          one?.quotations.map(({ verdict }) => verdict),
        ]);
      assert.deepEqual(said(after), said(before));
    });

    it(`is no change to what ${path} claims`, () => {
      assert.deepEqual(compareBriefs(before, after), []);
      assert.deepEqual(compareBriefs(after, before), []);
    });

    it(`is not on the page of ${path}`, () => {
      const page = renderBrief(after);
      assert.doesNotMatch(JSON.stringify(page), /71%|\{>>|<<\}|AZ 2026/);
    });

    it(`has no token of its own in ${path}`, () => {
      const comments = threadsOf(after).flatMap((thread) => thread.comments);
      const inside = semanticTokens(after).filter(({ span }) =>
        comments.some((one) => one.span.start < span.end && span.start < one.span.end),
      );
      assert.deepEqual(inside, []);
    });

    it(`stays to the letter when ${path} is organized, converted, mended and renumbered`, () => {
      const comments = (brief: typeof before) =>
        threadsOf(brief).flatMap((thread) =>
          thread.comments.map(({ span }) => brief.content.slice(span.start, span.end)),
        );
      const organized = organizeSources(after);
      const edited = [
        typeof organized === 'string' ? after.text : applyEdits(after.text, organized.edits),
        applyEdits(after.text, convertCitations(after, 'keys') ?? []),
        fixAll(after, checkBrief).brief.text,
      ];
      for (const text of edited) assert.deepEqual(comments(parseBrief(text)), comments(after));
    });

    it(`stays where it is when ${path} is formatted`, () => {
      const formatted = parseBrief(applyEdits(after.text, formattingEdits(after)));
      const words = (brief: typeof before) => threadsOf(brief).map(({ comments }) => comments.map((one) => one.text));
      assert.deepEqual(words(formatted), words(after));
    });
  }

  it('does not make a review mark stale, wherever it comes', () => {
    const sources = '\n## Sources\n\n- [1] One, https://a.example\n';
    for (const text of [`- It rose by 5% [1]. It fell.\n${sources}`, `- 增长5%[1]。之后下降。\n${sources}`]) {
      const marked = applyEdits(
        text,
        markVerified(parseBrief(text), [{ start: 5, end: 5 }], { date: '2026-11-28', reviewer: 'AZ' }).edits,
      );
      for (const place of [marked.search(/\.|。/) + 1, marked.indexOf(' <!--'), marked.indexOf('-->') + 3]) {
        const now = parseBrief(`${marked.slice(0, place)}{>>Why 7%?<<}${marked.slice(place)}`);
        assert.equal(threadsOf(now).length, 1);
        assert.deepEqual(
          checkBrief(now).filter(({ rule }) => rule === 'review/stale'),
          [],
          now.text,
        );
      }
    }
  });

  it('is left out of the text of its insight in the JSON of inspect, and blank in what is shown', () => {
    const brief = parseBrief('It rose. {>>Why?<<} It fell.\n');
    assert.equal(inspectBrief(brief).insights[0]?.text, `It rose. ${' '.repeat(10)} It fell.`);
    assert.equal(shownText(brief, { start: 3, end: 14 }), `rose. ${' '.repeat(5)}`);
  });
});
