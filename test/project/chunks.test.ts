import assert from 'node:assert/strict';
import { transform } from 'esbuild';
import { filesBelow, read } from './files';
import { filesWith, loadedWith, sourcesLoadedWith } from './loaded';

/** Units of minified code that a server may load before it knows a brief. */
const MOST_AT_START = 450 * 1024;

/** What is loaded only when somebody asks for what it does. */
const LATER =
  /^node_modules\/(?:markdown-it|vega|katex|docx|htmlparser2|citeproc|saxes|unpdf|@retorquere|@unified-latex)|^src\/(?:charts\/draw\.ts|files\/extractFile|formats|math|pdf|styles|word|core\/(?:importing|exporting))|^page-words:/;

/** The names of what a brief can be exported to, which the command line takes. */
const OUTPUTS = 'page/exporting/outputs';

describe('What is loaded', () => {
  it('when the server starts is small', async () => {
    let size = 0;
    for (const path of loadedWith('src/server/serve.ts')) {
      const code = read(path).replace(/\n\/\/# sourceMappingURL=.*\n?$/, '');
      size += (await transform(code, { minify: true })).code.length;
    }
    assert.ok(size < MOST_AT_START, `${size} units`);
  });

  for (const [when, source] of [
    ['when the server starts', 'src/server/serve.ts'],
    ['to check a brief in the server', 'src/server/session/index.ts'],
    ['to check briefs on the command line', 'src/cli/check/checkTarget.ts'],
  ] as const) {
    it(`${when} has nothing in it that is needed only for something else`, () => {
      const inputs = sourcesLoadedWith(source);
      assert.deepEqual(
        inputs.filter((input) => LATER.test(input)),
        [],
      );
    });
  }

  it('to check has no words of pages, which stand beside those that checks know of a language', () => {
    for (const source of ['src/server/session/index.ts', 'src/cli/check/checkTarget.ts'])
      for (const path of loadedWith(source)) assert.doesNotMatch(read(path), /zuerst ein Titel/i, path);
    const ofPages = filesWith(/^page-words:.*\/de\.ts$/)
      .map(read)
      .join('');
    assert.match(ofPages, /zuerst ein Titel/i);
    assert.doesNotMatch(ofPages, /handlungsempfehlungen/);
  });

  it('to render a page sets no field of a token by a helper', () => {
    const code = filesWith(/^node_modules\/markdown-it\//)
      .map(read)
      .join('');
    assert.match(code, /this\.nesting = /);
    assert.doesNotMatch(code, /_defineProperty\(\s*this/);
  });

  it('of VS Code by the extension is no copy of all its names for each file', () => {
    const code = filesWith(/^src\/extension\/extension\.ts$/)
      .map(read)
      .join('');
    assert.match(code, /= ?require\("vscode"\)/);
    assert.doesNotMatch(code, /\(require\("vscode"\)/);
  });

  it('of another part is taken once, and asked of no function at each use', () => {
    const parts = filesWith(/^src\//);
    assert.ok(parts.length > 100);
    for (const path of parts) assert.doesNotMatch(read(path), /import_chunk_|=> import_/, path);
    for (const path of filesBelow('src', '.ts')) assert.doesNotMatch(read(path), /^export (?:let|var)\b/m, path);
  });

  it('to find out that a cache knows all briefs has no engine in it', () => {
    const inputs = new Set(
      ['src/cli/check/check.ts', 'src/cli/check/reports/prettyReport.ts'].flatMap(sourcesLoadedWith),
    );
    assert.deepEqual(
      [...inputs]
        .filter(
          (input) =>
            !/^src\/(?:cli|files)\/|^node_modules\/(?:get-east-asian-width|ignore|picocolors)\/|^<runtime>/.test(input),
        )
        .sort(),
      ['base/problem', 'base/say', 'base/width', 'brief/config/config', 'brief/config/glob', OUTPUTS].map(
        (name) => `src/core/${name}.ts`,
      ),
    );
  });

  it('by the command line before it knows its command is next to nothing', () => {
    const inputs = sourcesLoadedWith('src/cli/main.ts');
    assert.deepEqual(
      inputs.filter((input) => !/^src\/(?:cli|files)\/|^src\/core\/base\/say\.ts$|^<runtime>/.test(input)),
      [`src/core/${OUTPUTS}.ts`],
    );
  });
});
