import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createDeferred } from '../../src/server/messages/deferred';
import type { ReadFileParams, ReadFileResult, WorkerStart } from '../../src/server/protocol';
import { everLoadedWith } from '../project/loaded';
import { codesOf } from './client';

describe('What runs in a window without Node', () => {
  for (const [name, paths] of [
    ['the extension', ['dist/browser/extension.js']],
    ['the server', ['dist/browser/server.js', ...everLoadedWith('src/server/browser.ts')]],
  ] as const) {
    it(`asks for nothing that Node has: ${name}`, () => {
      const code = paths.map((path) => readFileSync(path, 'utf8')).join('');
      const required = [...code.matchAll(/(?<![.\w])(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)];
      const names = new Set(required.map(([, name = '']) => name));
      assert.deepEqual(
        [...names].filter((name) => name.startsWith('node:') || builtinModules.includes(name)),
        [],
      );
    });
  }
});

describe('The server in a web worker', () => {
  it('needs nothing that a worker does not have, and checks a brief', async () => {
    const worker = startWorker();
    assert.match(JSON.stringify(await worker.request('initialize', INITIALIZE)), /"hoverProvider":true/);
    worker.open('memory:/a.brief', '# A\n\n- It rose [9].\n');
    assert.deepEqual(codesOf(await worker.diagnosed('memory:/a.brief', 'citation/unknown-source')), [
      'citation/unknown-source',
    ]);
    assert.deepEqual(worker.log, []);
  });

  it('asks its client for the files that a brief names, by the folder of the brief', async () => {
    const asked = createDeferred<ReadFileParams>();
    const worker = startWorker((params) => {
      if (params.path !== 'refs/a.bib') return { refused: 'There is no such file.' };
      asked.resolve(params);
      const state = { uri: 'memory:/folder/refs/a.bib', size: 10, version: '1' };
      return { text: '@misc{usgs, title = {Minerals}, url = {https://example.org/}}', garbled: false, state };
    });
    await worker.request('initialize', INITIALIZE);
    worker.open('memory:/folder/a.brief', '---\ntitle: A\nbibliography: refs/a.bib\n---\n\n- It rose [@usgs].\n');
    const { path, folder, extensions } = await asked.promise;
    assert.deepEqual(
      { path, folder, extensions },
      { path: 'refs/a.bib', folder: 'memory:/folder', extensions: ['.bib', '.ris', '.json', '.yaml', '.yml'] },
    );
  });

  it('writes formulas', async () => {
    const worker = startWorker();
    await worker.request('initialize', INITIALIZE);
    worker.open('memory:/a.brief', 'Let $x^2$ be.\n');
    const params = { textDocument: { uri: 'memory:/a.brief' }, style: '' };
    assert.match(JSON.stringify(await worker.request('brief/export', params)), /<msup><mi>x<.mi><mn>2<.mn><.msup>/);
    assert.deepEqual(worker.log, []);
  });

  it('lists sources in a style, by the processor that is a script of its own', async () => {
    const worker = startWorker();
    await worker.request('initialize', INITIALIZE);
    const source = '{ id: 1, title: Of mines, authors: [袁训来, Ada Lovelace, B, C] }';
    worker.open('memory:/a.brief', `---\nstyle: gb-t-7714-2015-numeric\nsources: [${source}]\n---\n\nSo [1].\n`);
    const params = { textDocument: { uri: 'memory:/a.brief' }, style: '' };
    assert.match(
      JSON.stringify(await worker.request('brief/export', params)),
      /袁训来, LOVELACE A, B, et al\. Of mines/,
    );
    assert.deepEqual(worker.log, []);
  });

  it('writes a document for Word, and says that it can print no PDF', async () => {
    const worker = startWorker();
    await worker.request('initialize', INITIALIZE);
    worker.open('memory:/a.brief', '# A\n\n![words](a.png)\n');
    const ask = async (format: string) =>
      JSON.stringify(
        await worker.request('brief/export', { textDocument: { uri: 'memory:/a.brief' }, style: '', format }),
      );
    assert.match(await ask('docx'), /"base64":"UEsDB/);
    assert.match(await ask('pdf'), /"error":"A PDF export starts a browser/);
    assert.match(JSON.stringify(await worker.request('brief/printTrouble', {})), /^"A PDF export starts a browser/);
    assert.match(await ask('html'), /class=\\"image\\">words</);
    assert.deepEqual(worker.log, []);
  });

  it('says all in the words that its client hands over: what its other bundles and the client itself have to say, too', async () => {
    const worker = startWorker(({ path }) => {
      if (path !== 'a.bib') return { refused: 'There is no such file.' };
      return {
        text: '@misc{usgs, title = {Minerals',
        garbled: false,
        state: { uri: 'memory:/folder/a.bib', size: 1, version: '1' },
      };
    });
    const words: unknown = JSON.parse(readFileSync('l10n/engine.zh-cn.json', 'utf8'));
    await worker.request('initialize', { ...INITIALIZE, initializationOptions: { readsFiles: true, words } });
    worker.open('memory:/folder/a.brief', '---\ntitle: A\nbibliography: [a.bib, b.bib]\n---\n\n- It rose [9].\n');
    const problems = await worker.diagnosed('memory:/folder/a.brief', 'source/missing-file');
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        '“a.bib”中有错误：此条目中有花括号没有闭合。',
        '未能读取“b.bib”。没有这个文件。',
        '来源 [9] 未声明。请将其加入来源列表，或引用其他来源。',
      ],
    );
    assert.deepEqual(worker.log, []);
  });

  it('asks for no file of an untitled brief, and of no network share', async () => {
    const asked: ReadFileParams[] = [];
    const worker = startWorker((params) => {
      asked.push(params);
      return { refused: 'No.' };
    });
    await worker.request('initialize', INITIALIZE);
    for (const uri of ['untitled:Untitled-1', 'untitled:/folder/a.brief', 'file://host/share/a.brief']) {
      worker.open(uri, '---\nbibliography: a.bib\n---\n\n- It rose [9].\n');
      await worker.diagnosed(uri, 'citation/unknown-source');
    }
    assert.deepEqual(asked, []);
  });
});

const INITIALIZE = {
  processId: null,
  rootUri: null,
  capabilities: {},
  workspaceFolders: [{ name: 'folder', uri: 'memory:/folder' }],
  initializationOptions: { readsFiles: true },
};

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What the server finds in its worker, besides the language itself. */
interface Scope {
  self?: Scope;
  onmessage?: (event: { data: unknown }) => void;
  importScripts?: (path: string) => void;
  readonly postMessage: (message: Message) => void;
  readonly [name: string]: unknown;
}

/** Runs the server as it is shipped, where nothing is but what every worker has. */
function startWorker(readFile: (params: ReadFileParams) => ReadFileResult = () => ({ refused: 'No.' })) {
  const answers = new Map<number, (result: unknown) => void>();
  const published: PublishDiagnosticsParams[] = [];
  const log: unknown[] = [];
  const waiting = new Set<() => void>();
  const receive = ({ id, method, params, result }: Message) => {
    if (method === undefined) return id !== undefined && answers.get(id)?.(result);
    if (method === 'brief/readFile') send({ id: id ?? 0, result: readFile(JSON.parse(JSON.stringify(params))) });
    if (method === 'window/logMessage') log.push(params);
    if (method !== 'textDocument/publishDiagnostics') return;
    published.push(JSON.parse(JSON.stringify(params)));
    for (const look of waiting) look();
  };
  const scope: Scope = {
    addEventListener: () => undefined,
    postMessage: (message) => queueMicrotask(() => receive(message)),
    ...{
      setTimeout,
      clearTimeout,
      console,
      queueMicrotask,
      AbortController,
      performance,
      TextDecoder,
      TextEncoder,
      URL,
      atob,
      btoa,
    },
  };
  scope.self = scope;
  const context = createContext(scope);
  const run = (path: string) => runInContext(readFileSync(path, 'utf8'), context, { filename: path });
  scope.importScripts = run;
  run('dist/browser/server.js');
  scope.onmessage?.({ data: { bundles: 'dist/' } satisfies WorkerStart });
  const send = (message: Message) => scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });

  let requests = 0;
  return {
    log,
    request: (method: string, params: unknown): Promise<unknown> => {
      const id = ++requests;
      const answer = new Promise<unknown>((resolve) => answers.set(id, resolve));
      send({ id, method, params });
      return answer;
    },
    open: (uri: string, text: string) =>
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'brief', version: 1, text } },
      }),
    /** The first diagnostics of a document with a problem of this rule; null: without any. */
    diagnosed: (uri: string, rule: string | null) =>
      new Promise<readonly Diagnostic[]>((resolve) => {
        const look = () => {
          const found = published.find(
            ({ uri: about, diagnostics }) =>
              about === uri && (rule === null ? diagnostics.length === 0 : codesOf(diagnostics).includes(rule)),
          );
          if (!found) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
        look();
      }),
  };
}
