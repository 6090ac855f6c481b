import assert from 'node:assert/strict';
import createMarkdownIt from 'markdown-it';
import { safeUrl } from '../../src/core/base/safeUrl';
import { parseBrief } from '../../src/core/brief/parseBrief';
import { hoverAt, toMarkdown } from '../../src/core/editor/hover';
import { filesBelow, read } from '../project/files';
import { everywhere } from './briefs';
import { payloadsFor } from './payloads';

/** More than VS Code does with the Markdown of a hover, which lets no HTML through. */
const markdown = createMarkdownIt({ html: true, linkify: true });
markdown.validateLink = () => true;
// The bare links of GFM, which VS Code makes, start with a scheme.
markdown.linkify.add('//', null).set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });
const TOGETHER = 10;
/** Offsets between two that are hovered over. */
const STEP = 47;

describe('The hovers of a hostile brief', function () {
  this.timeout(120_000);

  it('have no HTML, no image, and no link but those that the gate for addresses lets through', async () => {
    const payloads = payloadsFor('127.0.0.1:9');
    let seen = 0;
    for (let at = 0; at < payloads.length; at += TOGETHER) {
      const hostile = await everywhere(payloads.slice(at, at + TOGETHER).map(({ text }) => text));
      const brief = parseBrief(hostile.text, hostile);
      for (let offset = 0; offset < brief.text.length; offset += STEP) {
        const hover = hoverAt(brief, offset);
        if (!hover) continue;
        seen++;
        const said = toMarkdown(hover.content);
        for (const token of markdown.parse(said, {}).flatMap((one) => [one, ...(one.children ?? [])])) {
          assert.doesNotMatch(token.type, /^(?:html_|image|fence|code_block)/, said);
          const href = token.attrGet('href');
          if (href !== null) assert.notEqual(safeUrl(String(href)), null, said);
        }
      }
    }
    assert.ok(seen > 500, `only ${seen} hovers`);
  });

  it('are never trusted: nothing in the product makes a text of Markdown that VS Code would let act', () => {
    const trusting = filesBelow('src', '.ts').filter((path) =>
      /\bsupportHtml\b|\bisTrusted\s*[:=](?!=)/.test(read(path)),
    );
    assert.deepEqual(trusting, []);
    // The question before a tool edits a brief is one, not trusted as it is made; all words of others in it are escaped.
    const making = filesBelow('src', '.ts').filter((path) => /\bMarkdownString\b/.test(read(path)));
    assert.deepEqual(making, ['src/extension/tools/prepare.ts']);
  });
});
