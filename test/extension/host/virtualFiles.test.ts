import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually } from './support';

const SCHEME = 'brief-test';

/** A file system in memory, such as an extension brings. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly type: vscode.FileType; mtime: number }>();
  readonly read: string[] = [];
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  put(path: string, text: string, type = vscode.FileType.File): vscode.Uri {
    const known = this.files.get(path);
    this.files.set(path, { bytes: new TextEncoder().encode(text), type, mtime: (known?.mtime ?? 1000) + 1 });
    const uri = uriOf(path);
    this.#changed.fire([{ uri, type: known ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created }]);
    return uri;
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const { bytes, type, mtime } = this.#at(path);
    return { type, ctime: 1, mtime, size: bytes.length };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.read.push(path);
    return this.#at(path).bytes;
  }

  #at(path: string) {
    const file = this.files.get(path);
    if (file) return file;
    const isFolder = [...this.files.keys()].some((other) => other.startsWith(`${path}/`));
    if (!isFolder) throw vscode.FileSystemError.FileNotFound(path);
    return { bytes: new Uint8Array(), type: vscode.FileType.Directory, mtime: 1 };
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }
  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return [...this.files].flatMap(([other, { type }]): [string, vscode.FileType][] => {
      const name = other.startsWith(`${path}/`) ? other.slice(path.length + 1) : '/';
      return name.includes('/') ? [] : [[name, type]];
    });
  }
  createDirectory() {}
  writeFile() {}
  delete() {}
  rename() {}
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path });
}

describe('A brief on a virtual file system', () => {
  const files = new MemoryFiles();
  let registered: vscode.Disposable;
  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(SCHEME, files);
  });
  after(() => registered.dispose());

  let count = 0;
  /** Opens a brief in a folder of its own, in which `lay` has put what the brief names. */
  const open = async (text: string, lay: (folder: string) => void = () => undefined) => {
    const folder = `/virtual/${count++}`;
    lay(folder);
    const uri = files.put(`${folder}/a.brief`, text);
    await vscode.window.showTextDocument(uri, { preview: false });
    return { uri, folder };
  };
  /** The messages of a rule, once there are some. */
  const messagesOf = (uri: vscode.Uri, rule: string) =>
    eventually(`a problem ${rule}`, () => {
      const found = vscode.languages.getDiagnostics(uri).filter((problem) => codeOf(problem) === rule);
      return found.length > 0 ? found.map(({ message }) => message) : undefined;
    });
  /** Why a brief is not given a bibliography. */
  const refused = async (path: string, lay?: (folder: string) => void) => {
    const { uri } = await open(`---\nbibliography: ${JSON.stringify(path)}\n---\n\n- It rose.\n`, lay);
    return (await messagesOf(uri, 'source/missing-file')).join();
  };

  it('cites from its bibliography, which is read through the editor', async () => {
    const { uri } = await open(
      '---\nbibliography: refs.bib\n---\n\n- It rose [@usgs]. It fell [@nobody].\n',
      (folder) => files.put(`${folder}/refs.bib`, '@misc{usgs, title = {Minerals}, url = {https://example.org/}}'),
    );
    const problems = await eventually('the bibliography', () => {
      const found = vscode.languages.getDiagnostics(uri);
      const unknown = found.filter((problem) => codeOf(problem) === 'citation/unknown-source');
      return unknown.length === 1 ? unknown : undefined;
    });
    assert.match(problems.map(({ message }) => message).join(), /nobody/);
  });

  it('has its numbers looked up in the local copy of a source', async () => {
    const text =
      '---\nsources:\n  - id: 1\n    title: A\n    url: https://example.org/\n    text: copies/a.txt\n---\n\n';
    const { uri } = await open(`${text}- Output rose by 12% in 2024 [1].\n`, (folder) =>
      files.put(`${folder}/copies/a.txt`, 'Output rose by 17% in 2024.\n'),
    );
    assert.match((await messagesOf(uri, 'number/not-in-source')).join(), /12%/);
  });

  it('has the sources of a library folder beside it, which is listed through the editor, and no link of it', async () => {
    const text = '# A\n\n- Output rose by 12% in 2024 [@usgs]. It fell [@linked].\n';
    const { uri, folder } = await open(text, (laid) => {
      files.put(`${laid}/brief.config.yaml`, 'sources: sources/\n');
      files.put(`${laid}/sources/usgs.yaml`, 'title: A\npublisher: P\ntext: copies/a.txt\n');
      files.put(`${laid}/sources/copies/a.txt`, 'Output rose by 17% in 2024.\n');
      files.put(`${laid}/sources/linked.yaml`, 'title: B\n', vscode.FileType.File | vscode.FileType.SymbolicLink);
    });
    assert.match((await messagesOf(uri, 'number/not-in-source')).join(), /12%/);
    assert.match((await messagesOf(uri, 'citation/unknown-source')).join(), /linked/);
    assert.ok(!files.read.includes(`${folder}/sources/linked.yaml`));
  });

  it('is told which of its images are not there, of which none is read', async () => {
    const { uri, folder } = await open('# A\n\n![One](img/one.png) and ![two](img/two.png)\n', (laid) =>
      files.put(`${laid}/img/one.png`, 'pixels'),
    );
    assert.deepEqual(await messagesOf(uri, 'figure/missing-image'), [
      '"img/two.png" was not read. There is no such file.',
    ]);
    assert.ok(!files.read.includes(`${folder}/img/one.png`));
  });

  it('is checked as the configuration beside it says', async () => {
    const { uri } = await open('# A\n\n- It rose [@nobody].\n', (folder) =>
      files.put(`${folder}/brief.config.yaml`, 'rules:\n  citation/unknown-source: information\n'),
    );
    const problem = await eventually('the severity of the configuration', () =>
      vscode.languages
        .getDiagnostics(uri)
        .find((found) => codeOf(found) === 'citation/unknown-source' && found.severity === 2),
    );
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
  });

  it('may not name what leads out of its folder, and no such file is touched', async () => {
    files.put('/virtual/secret.bib', '@misc{secret,}');
    for (const path of ['../secret.bib', '%2e%2e/secret.bib', '/virtual/secret.bib', `${SCHEME}:/virtual/secret.bib`])
      assert.notEqual(await refused(path), '', path);
    assert.deepEqual(
      files.read.filter((path) => path.includes('secret')),
      [],
    );
  });

  it('may not name a link, nor what is behind one', async () => {
    const link = vscode.FileType.SymbolicLink;
    assert.match(
      await refused('link.bib', (folder) => files.put(`${folder}/link.bib`, '', link | vscode.FileType.File)),
      /link/,
    );
    const behind = (folder: string) => {
      files.put(`${folder}/up`, '', link | vscode.FileType.Directory);
      files.put(`${folder}/up/refs.bib`, '@misc{usgs,}');
    };
    assert.match(await refused('up/refs.bib', behind), /link/);
  });

  it('is told why a file that it names is not read', async () => {
    assert.match(await refused('none.bib'), /no such file/);
    assert.match(await refused('text.pdf'), /Only \.bib/);
    assert.match(await refused('binary.bib', (folder) => files.put(`${folder}/binary.bib`, 'a\0b')), /not text/);
    assert.match(
      await refused('folder.bib', (folder) => files.put(`${folder}/folder.bib/x.txt`, '')),
      /not a regular file/,
    );
  });
});
