import assert from 'node:assert/strict';
import {
  type Brief,
  checkBrief,
  evidenceOf,
  exportMarkdown,
  inspectBrief,
  parseBrief,
  parseChanged,
  renderBrief,
} from '../../../src/core';
import { hoverAt, sourceOverview, toPlainText } from '../../../src/core/editor';
import { readDocument, readWebPage } from '../../../src/formats';

const PATH = 'sources/1.md';
const COPY = '# Magnets from waste\n\nWe recover 42% of the metals. "The yield is stable over years," we write.\n';

const head = (copy: string) =>
  `---\ntitle: Magnets\nsources:\n  - id: 1\n    title: Magnets from waste\n    publisher: Journal of Waste\n    text: ${PATH}\n${copy}---\n\n`;
const BODY =
  '- The plant recovers 42% of the metals, and 77% of the water [1].\n- It is "stable over decades and cheap" [1].\n';

function briefWith(copy: string, body = BODY): Brief {
  const read = readDocument(COPY, { path: PATH, uri: 'file:///sources/1.md' });
  const passages = 'passages' in read ? read.passages : [];
  return parseBrief(head(copy) + body, { texts: [{ path: PATH, passages, uri: 'file:///sources/1.md' }] });
}

const ABSTRACT = '    copy: abstract\n';
const EXCERPT = '    copy: excerpt\n';

const verdicts = (brief: Brief) =>
  evidenceOf(brief).insights.flatMap(({ numbers, quotations }) => [
    ...numbers.map(({ quantity, verdict }) => [quantity.surface, verdict]),
    ...quotations.map(({ text, verdict }) => [text, verdict]),
  ]);

describe('A local copy that is only a part of its source', () => {
  it('has what is found in it; what is not in it cannot be checked', () => {
    assert.deepEqual(verdicts(briefWith('')), [
      ['42%', 'found'],
      ['77%', 'notFound'],
      ['stable over decades and cheap', 'notFound'],
    ]);
    for (const copy of [ABSTRACT, EXCERPT])
      assert.deepEqual(verdicts(briefWith(copy)), [
        ['42%', 'found'],
        ['77%', 'uncheckable'],
        ['stable over decades and cheap', 'uncheckable'],
      ]);
  });

  it('is the reason that hover gives', () => {
    const hovers = (copy: string) => {
      const brief = briefWith(copy);
      return toPlainText(hoverAt(brief, brief.text.indexOf('77%'))?.content ?? []);
    };
    assert.match(hovers(ABSTRACT), /Cannot check: only the abstract of \[1\] is here/);
    assert.match(hovers(EXCERPT), /Cannot check: only a part of \[1\] is here/);
  });

  it('is told at its citation, in the list of sources and in the model', () => {
    const brief = briefWith(ABSTRACT);
    const hover = hoverAt(brief, brief.text.indexOf('[1]') + 1);
    assert.match(toPlainText(hover?.content ?? []), /abstract only/);
    assert.equal(sourceOverview(brief).sources[0]?.textState, 'abstract');
    const [source] = inspectBrief(brief).sources;
    assert.deepEqual([source?.copy, source?.textState], ['abstract', 'abstract']);
    assert.deepEqual(
      ['', EXCERPT].map((copy) => inspectBrief(briefWith(copy)).sources[0]?.textState),
      ['whole', 'excerpt'],
    );
    assert.equal(inspectBrief(parseBrief(head(ABSTRACT))).sources[0]?.textState, 'none');
  });

  it('is one of four words, and nothing else', () => {
    const messages = checkBrief(briefWith('    copy: half\n')).map(({ message }) => message);
    assert.match(messages.join('\n'), /must be abstract, excerpt, paywall or scripts, or be left out/);
    assert.deepEqual(checkBrief(briefWith(ABSTRACT)), []);
  });

  it('is what it was after an edit above it', () => {
    const brief = briefWith(ABSTRACT);
    const after = parseChanged(brief, brief.text.replace('title: Magnets\n', 'title: Magnets\nlanguage: en\n'));
    const [source] = after.sources;
    assert.equal(after.text.slice(source?.copy?.span.start, source?.copy?.span.end), 'abstract');
    assert.equal(verdicts(after)[1]?.[1], 'uncheckable');
  });

  it('stays one in an exported page that is imported', () => {
    const page = readWebPage(renderBrief(briefWith(ABSTRACT), { evidence: 'in-page' }));
    assert.match('markdown' in page ? page.markdown : '', /copy: abstract/);
    assert.doesNotMatch(exportMarkdown(briefWith(ABSTRACT)), /copy:/);
  });
});
