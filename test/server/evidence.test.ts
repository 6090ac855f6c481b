import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import createMarkdownIt from 'markdown-it';
import {
  type ClientCapabilities,
  type Hover,
  type Location,
  type LocationLink,
  MarkupContent,
  MarkupKind,
} from 'vscode-languageserver/node';
import { rangeIn, startServer, type TestClient, URI } from './client';

const BRIEF = `---
sources:
  - id: 5
    title: Nickel in numbers
    quote: 镍 – prices of nickel fell by 21%.
---

- 镍 – prices of nickel fell by 21 percent [5].
`;

const MODERN: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
    definition: { linkSupport: true },
  },
};

describe('evidence', () => {
  let client: TestClient;
  const start = async (text: string, capabilities: ClientCapabilities = MODERN, uri = URI) => {
    client = await startServer({ capabilities });
    await client.open(text, uri);
  };
  afterEach(() => client.stop());

  /** @param character past the start of `part`, in the units of the client */
  const ask = <R>(method: string, text: string, part: string, character = 0, uri = URI) => {
    const { line, character: first } = rangeIn(text, part).start;
    const position = { line, character: first + character };
    return client.connection.sendRequest<R>(method, { textDocument: { uri }, position });
  };
  const hoverOn = async (text: string, part: string, character = 0) => {
    const hover = await ask<Hover | null>('textDocument/hover', text, part, character);
    assert.ok(!hover || MarkupContent.is(hover.contents));
    return hover && MarkupContent.is(hover.contents) ? { ...hover.contents, range: hover.range } : null;
  };

  it('is offered to every client', async () => {
    await start(BRIEF);
    const { capabilities } = client.initialized;
    assert.deepEqual([capabilities.hoverProvider, capabilities.definitionProvider], [true, true]);
  });

  it('is shown over a number, in Markdown', async () => {
    await start(BRIEF);
    assert.deepEqual(await hoverOn(BRIEF, '21 percent'), {
      kind: 'markdown',
      value: '**Found** in \\[5\\]  \nNickel in numbers\n\n> 镍 – prices of nickel fell by **21%**.',
      range: rangeIn(BRIEF, '21 percent'),
    });
    assert.equal(await hoverOn(BRIEF, 'nickel fell by 21 p'), null);
  });

  it('is shown in plain text to a client that has nothing else', async () => {
    await start(BRIEF, {});
    assert.deepEqual(await hoverOn(BRIEF, '21 percent'), {
      kind: 'plaintext',
      value: 'Found in [5]\nNickel in numbers\n\n    镍 – prices of nickel fell by *21%*.',
      range: rangeIn(BRIEF, '21 percent'),
    });
  });

  it('shows the calculation that a comment names', async () => {
    const text = `# A\n\n- 3 of 12 pumps, or 25%. <!-- brief: computed 3 / 12 -->\n`;
    await start(text);
    assert.equal((await hoverOn(text, '25%'))?.value, '**Found**, computed: 3 / 12');
  });

  it('shows the passage with what a number is calculated of, where that makes another one', async () => {
    const text = `---
sources: [{ id: 1, title: The fund in 2024, quote: "Shares returned 18.2% in 2024, bonds 1.3%." }]
---

- Shares did better than bonds by 13.1 percentage points [1].
`;
    await start(text);
    const { value = '' } = (await hoverOn(text, '13.1 percentage points')) ?? {};
    assert.match(value, /> Shares returned \*\*18\.2%\*\* in 2024, bonds \*\*1\.3%\*\*/);
  });

  it('leads from a number to its passage', async () => {
    await start(BRIEF);
    const [link, ...others] = await ask<LocationLink[]>('textDocument/definition', BRIEF, '21 percent');
    assert.deepEqual(others, []);
    assert.deepEqual(link, {
      originSelectionRange: rangeIn(BRIEF, '21 percent'),
      targetUri: URI,
      targetRange: rangeIn(BRIEF, '镍 – prices of nickel fell by 21%.'),
      targetSelectionRange: rangeIn(BRIEF, '21%'),
    });
  });

  it('leads from a citation to its source, also a client that takes no links', async () => {
    await start(BRIEF, {});
    const places = await ask<Location[]>('textDocument/definition', BRIEF, '[5]');
    const id = rangeIn(BRIEF, '5');
    assert.deepEqual(places, [{ uri: URI, range: id }]);
  });

  it('counts in bytes where the client does', async () => {
    await start(BRIEF, { ...MODERN, general: { positionEncodings: ['utf-8'] } });
    // 镍 and – take three bytes each, and one unit each.
    const inBytes = ({ start, end }: ReturnType<typeof rangeIn>) => ({
      start: { line: start.line, character: start.character + 4 },
      end: { line: end.line, character: end.character + 4 },
    });
    assert.deepEqual((await hoverOn(BRIEF, '21 percent', 4))?.range, inBytes(rangeIn(BRIEF, '21 percent')));
    const [link] = await ask<LocationLink[]>('textDocument/definition', BRIEF, '21 percent', 4);
    assert.deepEqual(link?.targetSelectionRange, inBytes(rangeIn(BRIEF, '21%')));
  });

  it('leads into the local copy of a source', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    try {
      const copy = 'A report\n\n- Prices of nickel fell by 21%.\n';
      writeFileSync(join(folder, 'report.md'), copy);
      const text =
        '---\nsources:\n  - id: 5\n    title: A\n    text: report.md\n---\n\n- Prices of nickel fell by 21 % [5].\n';
      const uri = pathToFileURL(join(folder, 'a.brief')).href;
      await start(text, MODERN, uri);
      let links: LocationLink[] | null = null;
      for (let tries = 0; !links && tries < 100; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        links = await ask<LocationLink[] | null>('textDocument/definition', text, '21 %', 0, uri);
      }
      assert.deepEqual(links?.[0]?.targetUri, pathToFileURL(join(folder, 'report.md')).href);
      assert.deepEqual(links?.[0]?.targetSelectionRange, rangeIn(copy, '21%'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('gives a passage no power over the editor', async () => {
    const hostile = [
      '[x](command:workbench.action.terminal.new) ![x](https://example.org/x.png) <img src=x onerror=alert(1)>',
      '<a href="command:x">x</a> `code` ```` | a | b | **b** ~~s~~ $(alert) &lt;b&gt; https://example.org/x',
      '# heading\\n- item\\n> quote\\n| --- |\\n\\n    code \\u202Egnirts\\u2069 nickel fell by 21% in all.',
    ].join(' ');
    const text = BRIEF.replace(
      '镍 – prices of nickel fell by 21%.',
      JSON.stringify(hostile).replaceAll('\\\\', '\\'),
    ).replace('Nickel in numbers', '"[t](command:x) <b>t</b>"');
    await start(text);
    for (const part of ['21 percent', '[5]']) {
      const value = (await hoverOn(text, part))?.value ?? '';
      assert.match(value, /nickel fell by \*\*21%\*\* in all/);
      assert.doesNotMatch(value, /[\u202e\u2069]/);
      const html = createMarkdownIt({ html: true }).render(value);
      assert.doesNotMatch(html.replace(/<\/?(?:p|strong|blockquote)>|<br>|<hr>/g, ''), /[<>]/);
      assert.match(html, /\[x\]\(command:workbench/);
    }
  });
});
