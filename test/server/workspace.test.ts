import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ProgressType,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { WorkspaceSourcesResult, WorkspaceThreadsResult } from '../../src/server/protocol';
import { type ClientOptions, codesOf, startServer, type TestClient } from './client';

const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024.\n';
const KEYED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024 [@usgs].\n';
const LIBRARY = 'sources:\n  - id: usgs\n    title: Mineral Commodity Summaries\n    url: https://example.org/mcs\n';
const HOUSE_STYLE =
  '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>House</title><id>house</id></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>\n';

describe('a workspace', () => {
  let client: TestClient;
  let folder = '';
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const nameOf = (uri: string) => uri.slice(pathToFileURL(folder).href.length + 1);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const start = async (options: ClientOptions = {}) => {
    client = await startServer({ root: pathToFileURL(folder).href, ...options });
  };
  const told = (path: string, type = 2) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
  const see = (path: string, expected: readonly string[], after = 0) =>
    client.diagnostics(
      (sent) =>
        sent.uri === uriOf(path) &&
        codesOf(sent.diagnostics).join() === expected.join() &&
        client.published.indexOf(sent) >= after,
    );
  const rest = (milliseconds = 300) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  describe('with a configuration', () => {
    it('gives rules their severity, before anything is shown', async () => {
      write('brief.config.yaml', 'rules:\n  citation/missing: error\n');
      await start();
      await client.open(UNCITED, uriOf('deep/a.brief'));
      const [problem] = await see('deep/a.brief', ['citation/missing']);
      assert.equal(problem?.severity, 1);
      await rest();
      assert.equal(client.published.filter(({ uri }) => uri === uriOf('deep/a.brief')).length, 1);
    });

    it('counts less than the settings of the user', async () => {
      write('brief.config.yaml', 'rules:\n  citation/missing: error\n');
      await start({ initializationOptions: { rules: { 'citation/missing': 'information' } } });
      await client.open(UNCITED, uriOf('a.brief'));
      const [problem] = await see('a.brief', ['citation/missing']);
      assert.equal(problem?.severity, 3);
    });

    it('is followed as it changes, comes and goes', async () => {
      await start();
      await client.open(UNCITED, uriOf('a.brief'));
      await see('a.brief', ['citation/missing']);
      write('brief.config.yaml', 'must-cite: [figure]\n');
      let seen = client.published.length;
      await told('brief.config.yaml', 1);
      await see('a.brief', [], seen);
      seen = client.published.length;
      rmSync(join(folder, 'brief.config.yaml'));
      await told('brief.config.yaml', 3);
      await see('a.brief', ['citation/missing'], seen);
    });

    it('is followed while it is typed, before it is saved', async () => {
      write('brief.config.yaml', '');
      await start();
      await client.open(UNCITED, uriOf('a.brief'));
      await see('a.brief', ['citation/missing']);
      await client.open('', uriOf('brief.config.yaml'), 'yaml');
      let seen = client.published.length;
      await client.change(2, 'must-cite: [figure]\n', undefined, uriOf('brief.config.yaml'));
      await see('a.brief', [], seen);
      seen = client.published.length;
      await client.close(uriOf('brief.config.yaml'));
      await see('a.brief', ['citation/missing'], seen);
    });

    it('that is wrong says so in its own file, until it is mended, and the rest of it counts', async () => {
      write('brief.config.yaml', 'must-cite: [figure]\nincludes: [a.md]\n');
      await start();
      await client.open(UNCITED, uriOf('a.brief'));
      await see('a.brief', []);
      const [problem] = await see('brief.config.yaml', ['config/invalid']);
      assert.deepEqual(problem?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } });
      assert.match(String(problem?.message), /Did you mean "include"\?/);
      const seen = client.published.length;
      write('brief.config.yaml', 'must-cite: [figure]\n');
      await told('brief.config.yaml');
      await see('brief.config.yaml', [], seen);
    });

    it('gives every brief its sources', async () => {
      write('brief.config.yaml', 'sources: library.yaml\n');
      write('library.yaml', LIBRARY);
      await start();
      await client.open(KEYED, uriOf('deep/a.brief'));
      await see('deep/a.brief', []);
      const seen = client.published.length;
      write('library.yaml', LIBRARY.replace('usgs', 'iea'));
      await told('library.yaml');
      await see('deep/a.brief', ['citation/unknown-source'], seen);
    });

    it('is not looked for above the folder that is open', async () => {
      write('brief.config.yaml', 'must-cite: [figure]\n');
      await start({ root: uriOf('inner') });
      await client.open(UNCITED, uriOf('inner/a.brief'));
      await see('inner/a.brief', ['citation/missing']);
    });
  });

  describe('with Markdown files', () => {
    const hover = (path: string) =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf(path) },
        position: { line: 4, character: 30 },
      });

    it('leaves alone what is no brief', async () => {
      await start();
      await client.open(UNCITED, uriOf('a.md'), 'markdown');
      await client.change(2, `${UNCITED}More.\n`, undefined, uriOf('a.md'));
      await rest();
      assert.deepEqual(client.published, []);
      assert.equal(await hover('a.md'), null);
    });

    for (const [name, options, config, text] of [
      ['the setting brief.include', { initializationOptions: { include: ['reports/*.md'] } }, '', UNCITED],
      ['its configuration', {}, 'include: reports/**\n', UNCITED],
      ['its own front matter', {}, '', `---\nsources: []\n---\n\n${UNCITED}`],
    ] as const) {
      it(`checks one that ${name} makes a brief`, async () => {
        write('brief.config.yaml', config);
        await start(options);
        await client.open(text, uriOf('reports/a.md'), 'markdown');
        await see('reports/a.md', ['citation/missing']);
        await client.open(UNCITED, uriOf('notes/a.md'), 'markdown');
        await rest();
        assert.ok(client.published.every(({ uri }) => uri !== uriOf('notes/a.md')));
      });
    }

    it('checks one from the moment that it has sources, and no longer than that', async () => {
      await start();
      const gone: unknown[] = [];
      client.connection.onNotification('brief/noBrief', (params) => void gone.push(params));
      await client.open(UNCITED, uriOf('a.md'), 'markdown');
      await client.change(2, `---\nsources: []\n---\n\n${UNCITED}`, undefined, uriOf('a.md'));
      await see('a.md', ['citation/missing']);
      const seen = client.published.length;
      await client.change(3, UNCITED, undefined, uriOf('a.md'));
      await see('a.md', [], seen);
      await rest(50);
      assert.deepEqual(gone, [{ uri: uriOf('a.md') }]);
    });

    it('checks one when it is asked to, until it is closed', async () => {
      await start();
      await client.open(KEYED, uriOf('a.md'), 'markdown');
      assert.deepEqual(await client.connection.sendRequest('brief/check', { uri: uriOf('a.md') }), { open: true });
      await see('a.md', ['citation/unknown-source']);
      assert.deepEqual(await client.connection.sendRequest('brief/check', { uri: uriOf('b.md') }), { open: false });
      await client.close(uriOf('a.md'));
      await see('a.md', []);
      const seen = client.published.length;
      await client.open(KEYED, uriOf('a.md'), 'markdown');
      await rest();
      assert.equal(client.published.length, seen);
    });

    it('stops to check one when it is asked to, whatever includes it, until it is closed', async () => {
      await start();
      await client.open(`---\nsources: []\n---\n\n${KEYED}`, uriOf('a.md'), 'markdown');
      await see('a.md', ['citation/unknown-source']);
      const stop = { uri: uriOf('a.md'), stop: true };
      assert.deepEqual(await client.connection.sendRequest('brief/check', stop), { open: true });
      await see('a.md', []);
    });
  });

  describe('of several briefs', () => {
    const figure = (value: string) =>
      `---\ntitle: T\nsources:\n  - id: usgs\n    title: S\n    url: https://example.org/mcs\nfigures:\n  - id: share\n    value: ${value}\n    as-of: 2023\n    cites: [usgs]\n---\n`;

    it('reports a figure that another brief gives differently, open or not', async () => {
      write('b.brief', figure('85%'));
      await start();
      await client.open(figure('90%'), uriOf('a.brief'));
      const [problem] = await see('a.brief', ['figure/conflict']);
      const [related] = problem?.relatedInformation ?? [];
      assert.equal(related?.location.uri, uriOf('b.brief'));
      assert.equal(related?.location.range.start.line, 7);
      let seen = client.published.length;
      await client.open(figure('90%'), uriOf('b.brief'));
      await see('a.brief', [], seen);
      seen = client.published.length;
      await client.close(uriOf('b.brief'));
      await see('a.brief', ['figure/conflict'], seen);
      seen = client.published.length;
      rmSync(join(folder, 'b.brief'));
      await told('b.brief', 3);
      await see('a.brief', [], seen);
    });

    it('reports a claim that another brief says otherwise, open or not, until one of them is mended', async () => {
      const claim = (sum: string) => `---\ntitle: Acme\n---\n\n- The revenue of Acme was ${sum} in 2024. [own]\n`;
      write('b.brief', claim('$120 million'));
      await start();
      await client.open(claim('$130 million'), uriOf('a.brief'));
      const [problem] = await see('a.brief', ['number/conflict']);
      const [related] = problem?.relatedInformation ?? [];
      assert.equal(related?.location.uri, uriOf('b.brief'));
      assert.deepEqual(related?.location.range.start, { line: 4, character: 26 });
      let seen = client.published.length;
      write('b.brief', claim('$130 million'));
      await told('b.brief');
      await see('a.brief', [], seen);
      seen = client.published.length;
      await client.open(claim('$125 million'), uriOf('b.brief'));
      await see('a.brief', ['number/conflict'], seen);
      await see('b.brief', ['number/conflict'], seen);
      seen = client.published.length;
      await client.change(2, claim('$130 million'), undefined, uriOf('b.brief'));
      await see('a.brief', [], seen);
      await see('b.brief', [], seen);
    });

    it('knows a source of one bibliography in two briefs for the same', async () => {
      write('refs.bib', '@book{usgs, title = {Summaries}, publisher = {USGS}}\n');
      const shared = (value: string) =>
        `---\ntitle: T\nbibliography: refs.bib\nfigures:\n  - id: share\n    value: ${value}\n    as-of: 2023\n    cites: [usgs]\n---\n`;
      write('b.brief', shared('85%'));
      await start();
      await client.open(shared('90%'), uriOf('a.brief'));
      await see('a.brief', ['figure/conflict']);
    });

    it('finds briefs, sections, figures and sources by their names', async () => {
      write('brief.config.yaml', 'include: "*.md"\n');
      write('b.brief', figure('85%').replace('id: share', 'id: share\n    title: Share of refining'));
      write('c.md', '# Copper\n\n## Demand in 2024\n\nText.\n');
      write('.git/d.brief', '# Hidden\n');
      write('.gitignore', 'out/\n');
      write('out/e.brief', '# Ignored\n');
      await start();
      const find = async (query: string) =>
        (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
          ({ name, containerName, location }) => [name, containerName, nameOf(location.uri), location.range.start.line],
        );
      assert.deepEqual(await find('refining'), [['Share of refining', 'T', 'b.brief', 7]]);
      assert.deepEqual(await find('dmnd'), [['Demand in 2024', 'Copper', 'c.md', 2]]);
      assert.deepEqual(await find('usgs'), [['usgs: S', 'T', 'b.brief', 3]]);
      assert.deepEqual(await find('hidden'), []);
      assert.deepEqual(await find('ignored'), []);
      await client.open('# Nickel\n', uriOf('b.brief'));
      assert.deepEqual(await find('nickel'), [['Nickel', undefined, 'b.brief', 0]]);
    });

    const PULLS: ClientOptions = { capabilities: { textDocument: { diagnostic: {} } } };
    /** Asks for what is wrong in all files; of one in which nothing is new since then, it is told that alone. */
    const asker = () => {
      let known: { uri: string; value: string }[] = [];
      return async () => {
        const report = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
          previousResultIds: known,
        });
        known = report.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
        return report.items
          .map((item) => [nameOf(item.uri), item.kind === 'full' ? codesOf(item.items).join() : item.kind])
          .sort();
      };
    };

    it('tells all that is wrong in it to a client that asks, and what is new since then', async () => {
      write('brief.config.yaml', 'plugins: []\n');
      write('a.brief', UNCITED);
      write('deep/b.brief', KEYED);
      await start(PULLS);
      assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
        identifier: 'brief',
        interFileDependencies: true,
        workspaceDiagnostics: true,
      });
      const ask = asker();
      assert.deepEqual(await ask(), [
        ['a.brief', 'citation/missing'],
        ['brief.config.yaml', 'config/invalid'],
        ['deep/b.brief', 'citation/unknown-source'],
      ]);
      assert.deepEqual(await ask(), [
        ['a.brief', 'unchanged'],
        ['brief.config.yaml', 'unchanged'],
        ['deep/b.brief', 'unchanged'],
      ]);
      write('brief.config.yaml', LIBRARY);
      assert.deepEqual(await ask(), [
        ['a.brief', 'citation/missing'],
        ['brief.config.yaml', ''],
        ['deep/b.brief', ''],
      ]);
      await client.open(KEYED, uriOf('a.brief'));
      rmSync(join(folder, 'deep/b.brief'));
      await told('deep/b.brief', 3);
      assert.deepEqual(await ask(), [
        ['a.brief', ''],
        ['brief.config.yaml', 'unchanged'],
        ['deep/b.brief', ''],
      ]);
    });

    it('tells a client that asks of a key number in a block that another brief came to contradict', async () => {
      const block = (value: string) =>
        `---\ntitle: T\nsources:\n  - { id: usgs, title: S, url: "https://example.org/mcs" }\n---\n\n\`\`\`figure\nid: share\nvalue: ${value}\nas-of: 2023\ncites: [usgs]\n\`\`\`\n`;
      write('a.brief', block('90%'));
      write('b.brief', block('90%'));
      await start(PULLS);
      const ask = asker();
      assert.deepEqual(await ask(), [
        ['a.brief', ''],
        ['b.brief', ''],
      ]);
      write('b.brief', block('85%'));
      await told('b.brief');
      assert.deepEqual(await ask(), [
        ['a.brief', 'figure/conflict'],
        ['b.brief', 'figure/conflict'],
      ]);
    });

    it('tells a client that asks of a style that came to be no style', async () => {
      write('house.csl', HOUSE_STYLE);
      write('a.brief', '---\nstyle: house.csl\n---\n\n# Ore\n');
      await start(PULLS);
      const ask = asker();
      assert.deepEqual(await ask(), [['a.brief', '']]);
      write('house.csl', '<nothing/>\n');
      await told('house.csl');
      assert.deepEqual(await ask(), [['a.brief', 'bibliography/invalid']]);
    });

    it('tells of many briefs in pieces to a client that wants them so', async () => {
      const names = Array.from({ length: 120 }, (_, i) => `${i}.brief`);
      for (const name of names) write(name, KEYED);
      await start(PULLS);
      const pieces: WorkspaceDiagnosticReport[] = [];
      client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'pieces', (piece) => {
        pieces.push(piece);
      });
      const ask = (previousResultIds: readonly object[]) =>
        client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
          previousResultIds,
          partialResultToken: 'pieces',
        });
      const last = await ask([]);
      const told = [...pieces, last].map(({ items }) => items.length);
      assert.deepEqual([told.length > 1, told.reduce((sum, one) => sum + one)], [true, names.length]);
      const all = [...pieces, last].flatMap(({ items }) => items);
      assert.ok(all.every((item) => item.kind === 'full' && codesOf(item.items).join() === 'citation/unknown-source'));
      pieces.length = 0;
      const again = await ask(all.map(({ uri, resultId }) => ({ uri, value: resultId })));
      const kinds = [...pieces, again].flatMap(({ items }) => items.map(({ kind }) => kind));
      assert.deepEqual([...new Set(kinds)], ['unchanged']);
    });

    it('tells all once more to a client that has lost what it was told', async () => {
      write('a.brief', KEYED);
      await start(PULLS);
      assert.deepEqual(await asker()(), [['a.brief', 'citation/unknown-source']]);
      assert.deepEqual(await asker()(), [['a.brief', 'citation/unknown-source']]);
    });

    it('tells of a brief that is not open that its image is missing, until the image is there', async () => {
      write('a.brief', '# Ore\n\n![Map](map.png)\n');
      await start({ capabilities: { textDocument: { diagnostic: {} } } });
      const ask = async () => {
        const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
          previousResultIds: [],
        });
        return items.flatMap((item) => (item.kind === 'full' ? codesOf(item.items) : []));
      };
      assert.deepEqual(await ask(), ['figure/missing-image']);
      write('map.png', 'pixels');
      await told('map.png', 1);
      assert.deepEqual(await ask(), []);
      rmSync(join(folder, 'map.png'));
      await told('map.png', 3);
      assert.deepEqual(await ask(), ['figure/missing-image']);
    });

    it('says nothing of briefs that are not open to a client that is sent its diagnostics', async () => {
      write('b.brief', UNCITED);
      await start();
      await client.open(KEYED, uriOf('a.brief'));
      await see('a.brief', ['citation/unknown-source']);
      await rest();
      assert.ok(client.published.every(({ uri }) => uri === uriOf('a.brief')));
    });
  });

  describe('in which files are moved', () => {
    const NAMING =
      '---\nbibliography: [refs.bib]\nsources:\n  - id: 1\n    text: copies/one.txt\nfigures:\n  - id: f\n    image: images/chain.svg\n---\n\nSee [the other](deep/b.brief#supply) and ![Chain](images/chain.svg).\n';
    const rename = async (...moves: readonly (readonly [string, string])[]) => {
      const edit = await client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: moves.map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) })),
      });
      return (edit?.documentChanges ?? []).flatMap((change) =>
        'edits' in change
          ? change.edits.map((each) => [
              nameOf(change.textDocument.uri),
              each.range.start.line,
              'newText' in each ? each.newText : '',
            ])
          : [],
      );
    };
    const capabilities = {
      workspace: { fileOperations: { willRename: true }, workspaceEdit: { documentChanges: true } },
    };

    it('changes the briefs that name them, open or not', async () => {
      write('a.brief', NAMING);
      write('deep/b.brief', 'See [the first](../a.brief).\n');
      await start({ capabilities });
      assert.deepEqual(await rename(['copies/one.txt', 'copies/two words.txt']), [
        ['a.brief', 4, 'copies/two words.txt'],
      ]);
      assert.deepEqual(await rename(['images', 'pictures']), [
        ['a.brief', 7, 'pictures/chain.svg'],
        ['a.brief', 10, 'pictures/chain.svg'],
      ]);
      assert.deepEqual(await rename(['deep', 'less deep']), [['a.brief', 10, 'less%20deep/b.brief']]);
      await client.open(`\n${NAMING}`.slice(1), uriOf('a.brief'));
      assert.deepEqual(await rename(['refs.bib', 'shared/refs.bib']), [['a.brief', 1, 'shared/refs.bib']]);
      assert.deepEqual(await rename(['other.bib', 'shared/other.bib']), []);
    });

    it('changes a brief that is moved itself, as far as its front matter may name what is above it', async () => {
      write('a.brief', NAMING);
      write('deep/b.brief', 'See [the first](../a.brief).\n');
      await start({ capabilities });
      assert.deepEqual(await rename(['a.brief', 'x/a.brief']), [
        ['a.brief', 10, '../deep/b.brief'],
        ['a.brief', 10, '../images/chain.svg'],
        ['deep/b.brief', 0, '../x/a.brief'],
      ]);
      assert.deepEqual(await rename(['a.brief', 'x/a.brief'], ['images', 'x/images'], ['deep', 'x/deep']), []);
    });

    it('is not offered to a client that can not ask', async () => {
      await start();
      assert.equal(client.initialized.capabilities.workspace?.fileOperations, undefined);
    });
  });

  describe('asked for its threads', () => {
    it('tells them of all briefs, open or not', async () => {
      write('a.brief', '- It rose. {>>Why? @AZ 2026-11-28<<} {>>So. @BC 2026-11-29 resolved<<}\n');
      write('c.brief', '- It fell.\n');
      await start();
      await client.open('- It fell. {>>When?<<}\n', uriOf('b.brief'));
      const { briefs } = await client.connection.sendRequest<WorkspaceThreadsResult>('brief/workspaceThreads', {});
      assert.deepEqual(
        briefs.map(({ uri, threads }) => [
          nameOf(uri),
          threads.map(({ resolved, comments }) => [resolved, comments.map(({ author, text }) => [author, text])]),
        ]),
        [
          [
            'a.brief',
            [
              [
                true,
                [
                  ['AZ', 'Why?'],
                  ['BC', 'So.'],
                ],
              ],
            ],
          ],
          ['b.brief', [[false, [[null, 'When?']]]]],
        ],
      );
    });
  });

  describe('asked for its sources', () => {
    it('tells which briefs cite each, open or not', async () => {
      const head = '---\nsources:\n  - { id: 1, title: Atlas, url: "https://a.example/atlas" }\n---\n\n';
      write('a.brief', `${head}- Output rose by 4% [1].\n`);
      await start();
      await client.open(`${head}- Output fell by 3% [1]. It rose again [1].\n`, uriOf('b.brief'));
      const { sources } = await client.connection.sendRequest<WorkspaceSourcesResult>('brief/workspaceSources', {});
      assert.deepEqual(
        sources.map(({ title, briefs }) => [title, briefs.map(({ uri, times }) => [nameOf(uri), times])]),
        [
          [
            'Atlas',
            [
              ['a.brief', 1],
              ['b.brief', 2],
            ],
          ],
        ],
      );
    });
  });
});
