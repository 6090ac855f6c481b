import assert from 'node:assert/strict';
import { OUTPUTS } from '../../src/core/page/exporting/outputs';
import { filesBelow, read } from './files';
import { loadedWith } from './loaded';

const SOURCES = filesBelow('src', '.ts');
/** These are made of parts. */
const PACKS = /^dist\/(?:formats|math|shared|styles|word)\.js$/;
/** What runs in the extension, the server and the command line, and in the page of a preview. */
const BUNDLES = filesBelow('dist', '.js').filter((path) => !path.startsWith('dist/test/') && !PACKS.test(path));

/** Modules of Node that open sockets, or listen on them. */
const NETWORK =
  /(?:from\s*|import\s*\(?|require\(|getBuiltinModule\()\s*["'`](?:node:)?(?:http2?|https|net|tls|dgram|dns|inspector|cluster|quic)(?:\/[a-z]+)?["'`]/;
/** What sends by itself in a browser, and in Node. */
const SENDERS =
  /\b(?:fetch\s*\(|new\s+(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|sendBeacon\b)/;

/** The only layer that may open sockets, and the bundle that it is. */
const NETWORK_SOURCES = /^src\/network\//;
const NETWORK_BUNDLE = 'dist/parts/network.js';
/** Who loads that bundle: what runs only when the user asks for something that is in the network. */
const LOADERS: readonly string[] = [
  // For its errors, once `brief look-up` knows what it is given.
  'src/cli/commands/lookUp.ts',
  // For `brief fetch`, `brief links`, `brief read` and `brief look-up`, with the first address that is asked for.
  'src/cli/io/askNetwork.ts',
  // Hands it to commands, which load it once the user has said yes to the host that they name.
  'src/extension/activate.ts',
];

/** The ways in which a process is started, none of them through a shell, and all by the path of a program of ours or the user's. */
const STARTERS: Readonly<Record<string, readonly string[]>> = {
  // An installed browser that prints a page which loads nothing, by pipes: `--remote-debugging-pipe` opens no port.
  'src/files/apart/browserPipe.ts': ['spawn'],
  // Our own bundles that draw charts and list sources in a style, with a channel of Node's.
  'src/files/apart/runApart.ts': ['fork'],
  // An installed git, where `--changed-since` asks for it: it looks neither at files nor at what could run a program.
  'src/cli/check/changes/git.ts': ['spawnSync'],
};

function matching(paths: readonly string[], pattern: RegExp): string[] {
  return paths.filter((path) => pattern.test(read(path)));
}

describe('What the product can reach', () => {
  it('is the network by one layer alone: no other source imports what opens sockets', () => {
    const others = SOURCES.filter((path) => !NETWORK_SOURCES.test(path));
    assert.deepEqual(matching(others, NETWORK), []);
    assert.deepEqual(matching(SOURCES, SENDERS), []);
    const own = SOURCES.filter((path) => NETWORK_SOURCES.test(path));
    assert.deepEqual(matching(own, /\.listen\s*\(|createServer/), []);
  });

  it('is the network by one bundle alone: no other has a module in it that opens sockets', () => {
    assert.ok(BUNDLES.length > 10);
    assert.deepEqual(matching(BUNDLES, NETWORK), [NETWORK_BUNDLE]);
  });

  it('is the network only when it is asked for: that bundle is loaded by few, when they need it, and by no server', () => {
    const importing = SOURCES.filter(
      (path) => !NETWORK_SOURCES.test(path) && /(?<!import type [^;]*)['"](?:\.\.?\/)+network['"]/.test(read(path)),
    );
    assert.deepEqual(importing, LOADERS);
    for (const path of importing) assert.match(read(path), /\bimport\('(?:\.\.\/)+network'\)/, path);
    const loading = matching(BUNDLES, /\b(?:require|import)\(\s*["']\.\/network\.js["']\s*\)/);
    assert.deepEqual(
      loading.filter((path) => !/^dist\/parts\/(?:extension|chunk|cli)\b/.test(path)),
      [],
    );
    for (const start of ['src/server/serve.ts', 'src/server/session/index.ts', 'src/cli/check/checkTarget.ts'])
      assert.deepEqual(
        loadedWith(start).filter((path) => loading.includes(path)),
        [],
      );
  });

  it('is a language model only with `brief read` and *Read Against Sources*: nothing else loads what asks one', () => {
    const ofCommand = 'src/extension/commands/reviewing/reading/';
    assert.deepEqual(
      matching(
        SOURCES.filter((path) => !path.startsWith('src/reader/')),
        /['"](?:\.\.?\/)+reader['"]/,
      ),
      [
        'src/cli/reading/askQuestions.ts',
        ...['askChatModel', 'askModel', 'failure', 'models'].map((name) => `${ofCommand}${name}.ts`),
      ],
    );
    // In VS Code it is asked by one function, which one command calls once the user has agreed.
    assert.deepEqual(matching(SOURCES, /\.sendRequest\(messages|selectChatModels\(/), [
      `${ofCommand}askChatModel.ts`,
      `${ofCommand}models.ts`,
    ]);
    assert.deepEqual(matching(SOURCES, /['"]\.\/askModel['"]/), [`${ofCommand}readAgainstSources.ts`]);
    assert.match(
      read(`${ofCommand}readAgainstSources.ts`),
      /if \(left\.length > 0 && !\(await agreesToSend\(.*\)\)\) return;[\s\S]*await askModel\(left,/,
    );
    assert.deepEqual(matching(SOURCES, /import\('\.\/secondReader'\)/), [`${ofCommand}index.ts`]);
    assert.match(read(`${ofCommand}index.ts`), /isTrusted\) \{[^}]*return;\s*\}\s*await \(await load\(\)\)\.read/);
    assert.deepEqual(matching(SOURCES, /['"](?:\.\.?\/)+(?:reading\/)?askQuestions['"]/), [
      'src/cli/commands/read.ts',
      'src/cli/reading/pairs.ts',
      'src/cli/reading/readerReport.ts',
    ]);
    assert.deepEqual(matching(SOURCES, /['"](?:\.\.?\/)+commands\/read['"]/), ['src/cli/main.ts']);
  });

  it('is what these patterns find', () => {
    for (const code of [
      "import { get } from 'node:https';",
      "await import('net')",
      'require("node:dns/promises")',
      "import 'node:http2'",
      "process.getBuiltinModule('net')",
    ])
      assert.match(code, NETWORK);
    for (const code of ["fetch ('https://x')", 'new WebSocket(url)', 'navigator.sendBeacon(url)'])
      assert.match(code, SENDERS);
    for (const code of ["from 'node:path'", "from './network'", 'prefetch(x)', "'node:netX'"]) {
      assert.doesNotMatch(code, NETWORK);
      assert.doesNotMatch(code, SENDERS);
    }
  });

  it('is the processes that it starts, by name and without a shell', () => {
    const starting = matching(SOURCES, /child_process/);
    assert.deepEqual(starting, Object.keys(STARTERS).sort());
    for (const [path, names] of Object.entries(STARTERS)) {
      const imported = /import \{([^}]*)\} from 'node:child_process';/.exec(read(path))?.[1] ?? '';
      const values = imported.split(',').map((each) => each.trim());
      assert.deepEqual(
        values.filter((each) => each !== '' && !each.startsWith('type ')),
        names,
        path,
      );
    }
    assert.deepEqual(matching(SOURCES, /\bshell\s*:|\bexec(?:File)?(?:Sync)?\s*\(\s*['"`]/), []);
    assert.deepEqual(matching(SOURCES, /createTerminal|ShellExecution/), []);
    // The command line as a task, which VS Code runs when the user wants it, in folders that they trust.
    assert.deepEqual(matching(SOURCES, /vscode\.tasks|ProcessExecution/), ['src/extension/tools/tasks.ts']);
    assert.deepEqual(matching(SOURCES, /\bopenExternal\b/), [
      // The file that was just exported, where the user chose it, on their click.
      'src/extension/commands/export.ts',
      // Links that the user clicked, past the gate, with the question that VS Code asks.
      'src/extension/preview/receive.ts',
      // In Zotero, at an address that is made of its keys.
      'src/extension/sources/originals.ts',
    ]);
  });

  it('is no spreadsheet, in which a cell could start a formula: no such format is exported', () => {
    for (const [format, { extension }] of Object.entries(OUTPUTS))
      assert.doesNotMatch(`${format} ${extension}`, /csv|tsv|xls|ods/i);
    assert.deepEqual(matching(SOURCES, /['"`]text\/(?:csv|tab-separated-values)['"`]/), []);
  });

  it('is no code that a text makes: nothing is evaluated', () => {
    const evaluating = matching(
      SOURCES,
      /\beval\s*\(|new Function\s*\(|\brunInContext\b|\brunInNewContext\b|import\(\s*[a-z]/,
    );
    // The command line loads the server, a bundle of ours beside it. The server asks V8 for its collector, by a constant.
    const collecting = 'src/files/apart/giveBack.ts';
    assert.deepEqual(evaluating, ['src/cli/commands/lsp.ts', collecting]);
    assert.deepEqual(matching(SOURCES, /from 'node:vm'/), [collecting, 'src/load/index.ts']);
  });
});

describe('What the product tells', () => {
  it('is nothing to anybody: there is no telemetry', () => {
    const manifest: unknown = JSON.parse(read('package.json'));
    assert.doesNotMatch(JSON.stringify(manifest), /telemetry|appinsights|instrumentation/i);
    assert.deepEqual(matching(SOURCES, /telemetry|createTelemetryLogger|appinsights/i), []);
    assert.deepEqual(
      matching(BUNDLES, /applicationinsights|vortex\.data\.microsoft|@vscode\/extension-telemetry/i),
      [],
    );
  });
});
