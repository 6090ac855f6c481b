import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { cacheFolder } from '../../scripts/lib/install.js';
import { BRIEF_SCOPE, isIn, loadGrammar, type Token, tokenize } from './tokenize';

/** The extensions of the VS Code that the ring of extension tests keeps in its cache; null before its first run. */
function builtInExtensions(): string | null {
  const cache = cacheFolder();
  if (!existsSync(cache)) return null;
  for (const name of readdirSync(cache).sort().reverse()) {
    const folder = join(cache, name, 'node_modules/code-server/lib/vscode/extensions');
    if (existsSync(join(folder, 'markdown-basics/package.json'))) return folder;
  }
  return null;
}

interface Manifest {
  readonly contributes: {
    readonly grammars: readonly {
      readonly scopeName: string;
      readonly path: string;
      readonly injectTo?: readonly string[];
    }[];
  };
}

/** The grammars that extensions contribute, and which of them go into ours, as VS Code decides it. */
function contributed(folder: string): { files: Record<string, string>; injected: string[] } {
  const files: Record<string, string> = { [BRIEF_SCOPE]: 'syntaxes/brief.tmLanguage.json' };
  const injected: string[] = [];
  for (const extension of ['markdown-basics', 'markdown-math', 'html', 'yaml', 'latex']) {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, extension, 'package.json'), 'utf8'));
    for (const { scopeName, path, injectTo } of manifest.contributes.grammars) {
      files[scopeName] ??= join(folder, extension, path);
      if (injectTo?.some((scope) => `${BRIEF_SCOPE}.`.startsWith(`${scope}.`))) injected.push(scopeName);
    }
  }
  return { files, injected };
}

describe('In the grammars of VS Code itself', () => {
  let theirs: IGrammar;
  let ours: IGrammar;
  before(async function () {
    const folder = builtInExtensions();
    if (!folder) return this.skip();
    const { files, injected } = contributed(folder);
    theirs = await loadGrammar(files, injected);
    ours = await loadGrammar();
  });

  // YAML is another matter: its grammar in the unit tests is an older one.
  const isOurs = (token: Token) =>
    token.scopes.some((scope) => scope.endsWith('.brief')) && !isIn(token, 'meta.embedded');
  const found = (grammar: IGrammar, text: string) =>
    tokenize(grammar, text)
      .filter(isOurs)
      .map(
        ({ start, end, scopes }) => `${start}-${end} ${scopes.filter((scope) => scope.endsWith('.brief')).join(' ')}`,
      );

  for (const name of readdirSync('samples').filter((name) => /\.brief(\.md)?$/.test(name))) {
    it(`finds the same of ours in ${name} as the unit tests do`, () => {
      const text = readFileSync(join('samples', name), 'utf8').replace(/^---\n.*?\n---\n/s, '');
      assert.ok(found(theirs, text).length > 0);
      assert.deepEqual(found(theirs, text), found(ours, text));
    });
  }

  it('reads the front matter and the blocks of figures as YAML', () => {
    const text = '---\ntitle: x\n---\n\n```figure\nid: y\n```\n';
    const keys = tokenize(theirs, text).filter((token) => isIn(token, 'entity.name.tag.yaml'));
    assert.deepEqual(
      keys.map((token) => token.text),
      ['title', 'id'],
    );
  });

  it('leaves math alone, in a line and in a block', () => {
    assert.deepEqual(found(theirs, 'A sum $x[1]$ here\n\n$$\nx[1] @usgs {{share}}\n$$\n'), []);
    assert.equal(found(theirs, 'It costs $500 million [1] and $300 million [2].').length, 6);
  });
});
