import assert from 'node:assert/strict';
import { RULES } from '../../src/core/checks';
import { filesBelow, read } from './files';

const TABLE = 'l10n/engine.zh-cn.json';
const words: Readonly<Record<string, string>> = JSON.parse(read(TABLE));

/** A call of `say`, and its first argument where it is a literal on its own. */
const CALL = /(?<![.\w])say\(\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*[,)])?/g;

/** What is said of rules stands in them. */
const DESCRIPTION = /(?<![.\w])say\((?:rule\.)?description\)/g;

interface Call {
  readonly path: string;
  /** Null where it is no literal. */
  readonly text: string | null;
}

function callsIn(path: string): Call[] {
  const source = read(path).replace(DESCRIPTION, '');
  if (!/\bimport \{[^}]*\bsay\b[^}]*\} from '[^']*\/say';/.test(source)) return [];
  return [...source.matchAll(CALL)].map(([, literal]) => ({
    path,
    text: literal === undefined ? null : textOf(literal),
  }));
}

/** What a literal in quotation marks means. */
function textOf(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

const calls = filesBelow('src', '.ts').flatMap(callsIn);

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\d\}/g))].sort();
}

/** Words in Latin letters, which code is written in, without placeholders. */
function latinWordsOf(text: string): string[] {
  return text.replace(/\{\d\}/g, ' ').match(/[A-Za-z][A-Za-z'-]*/g) ?? [];
}

describe('The table of Chinese', () => {
  it('has each text that is said, and no other', () => {
    assert.ok(calls.length > 200);
    const said = new Set(calls.flatMap(({ text }) => text ?? []));
    for (const { description } of RULES) said.add(description);
    const missing = [...said].filter((text) => words[text] === undefined);
    const stale = Object.keys(words).filter((text) => !said.has(text));
    assert.deepEqual({ missing, stale }, { missing: [], stale: [] }, `Add to ${TABLE} what is missing.`);
  });

  it('finds what is said: its texts are literals', () => {
    assert.deepEqual(
      calls.filter(({ text }) => text === null).map(({ path }) => path),
      [],
    );
  });

  it('is sorted, and written as JSON of two spaces is', () => {
    const sorted = Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
    assert.equal(read(TABLE), `${JSON.stringify(sorted, null, 2)}\n`);
  });

  it('has the placeholders of the English', () => {
    for (const [text, said] of Object.entries(words))
      assert.deepEqual(placeholdersOf(said), placeholdersOf(text), text);
  });

  it('has no text that is empty', () => {
    for (const [text, said] of Object.entries(words)) assert.match(said, /\S/, text);
  });

  it('has no words of the English but names and code, which stand alone', () => {
    const others = Object.entries(words).filter(([text, said]) => {
      const english = new Set(latinWordsOf(text));
      const isPhrase = /[a-z]{2,} [a-z]{2,}/.test(said.replace(/`[^`]*`/g, '``'));
      return text !== 'en' && (isPhrase || latinWordsOf(said).some((word) => word !== 'ID' && !english.has(word)));
    });
    assert.deepEqual(
      others.filter(([text]) => !text.startsWith('https:')),
      [],
    );
  });

  it('says of a rule what the list of rules does', () => {
    const list = new Map(
      [...read('docs/zh-cn/rules/README.md').matchAll(/^\| \[`([^`]+)`\].*\| ([^|]+) \|$/gm)].map(
        ([, code = '', said = '']) => [code, said],
      ),
    );
    for (const { code, description } of RULES) assert.equal(words[description], list.get(code), code);
  });

  it('has full-width punctuation, and a space between Chinese and Latin letters or digits', () => {
    const slips = Object.values(words).filter((said) =>
      /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?!\.|\p{L}|\d)|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(
        said.replace(/`[^`]*`/g, '``'),
      ),
    );
    assert.deepEqual(slips, []);
  });
});
