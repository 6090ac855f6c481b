/**
 * Our grammar at work, as in the editor: on the engine that VS Code uses, over the Markdown, HTML and YAML grammars
 * that it ships. These come from the `tm-grammars` package, which carries them as they are upstream.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IOnigLib } from 'vscode-textmate';

/** A stretch of one document with one stack of scopes; the root's scope is left out. */
export interface Token {
  /** Offsets in the whole text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

export const BRIEF_SCOPE = 'text.html.markdown.brief';
const require = createRequire(import.meta.url);

/**
 * What the math extension of VS Code injects into every grammar whose scope begins with `text.html.markdown`, cut
 * down to the scope names that ours has to keep out of.
 */
const MATH = {
  scopeName: 'markdown.math.inline',
  injectionSelector: 'L:meta.paragraph.markdown - (comment, string, markup.math.inline.markdown)',
  patterns: [{ name: 'markup.math.inline.markdown', match: String.raw`(?<![\w$])\$[^$]+\$(?!\w)` }],
};

/** The files of the grammars by scope name, as VS Code knows them by `contributes.grammars`. */
const shipped: Readonly<Record<string, string>> = {
  [BRIEF_SCOPE]: 'syntaxes/brief.tmLanguage.json',
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': require.resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
};

const engine: Promise<IOnigLib> = oniguruma
  .loadWASM(new Uint8Array(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).buffer)
  .then(() => ({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }));

/**
 * Loads our grammar.
 *
 * @param files where the grammars are, by scope name
 * @param injected scope names of grammars that are injected into ours
 * @throws Error if our grammar can not be loaded.
 */
export async function loadGrammar(
  files: Readonly<Record<string, string>> = shipped,
  injected: readonly string[] = [MATH.scopeName],
): Promise<IGrammar> {
  const registry = new textmate.Registry({
    onigLib: engine,
    loadGrammar: async (scope) => {
      const file = files[scope];
      if (file) return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
      return scope === MATH.scopeName ? textmate.parseRawGrammar(JSON.stringify(MATH), 'math.json') : null;
    },
    getInjections: (scope) => (scope === BRIEF_SCOPE ? [...injected] : undefined),
  });
  const grammar = await registry.loadGrammar(BRIEF_SCOPE);
  if (!grammar) throw new Error('The grammar of briefs did not load.');
  return grammar;
}

/** The tokens of a text, line after line; line breaks are in none. */
export function tokenize(grammar: IGrammar, text: string): Token[] {
  const tokens: Token[] = [];
  let state = textmate.INITIAL;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const end = Math.min(endIndex, line.length);
      if (startIndex >= end) continue;
      tokens.push({
        start: lineStart + startIndex,
        end: lineStart + end,
        text: line.slice(startIndex, end),
        scopes: scopes.slice(1),
      });
    }
    lineStart += line.length + 1;
  }
  return tokens;
}

/** Whether a token is in `scope`, or in one below it: `meta.citation` is in `meta.citation.keyed.brief`. */
export function isIn(token: Token, scope: string): boolean {
  return token.scopes.some((found) => found === scope || found.startsWith(`${scope}.`));
}
