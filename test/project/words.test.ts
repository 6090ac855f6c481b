import assert from 'node:assert/strict';
import { RULES } from '../../src/core/checks';
import { faultsOf, placeholdersIn } from './chinese';
import { filesBelow, read } from './files';
import { readSource } from './literals';

const TABLE = 'l10n/engine.zh-cn.json';
const words: Readonly<Record<string, string>> = JSON.parse(read(TABLE));
/** What only the command line says, which has the words of the engine too. */
const TABLE_OF_CLI = 'l10n/cli.zh-cn.json';
const wordsOfCli: Readonly<Record<string, string>> = JSON.parse(read(TABLE_OF_CLI));
const OF_CLI = /^src\/(?:cli|links|lookUps|network)\//;
/** It is given what says its sentences. */
const GIVEN_SAY = 'src/links/words.ts';

/** What is said of a rule stands in it. */
const DESCRIPTION = /(?<![.\w])say\((?:rule\.)?description\)/g;

/** The calls of `say` in a source that has it from where it is. */
function saidIn(path: string) {
  const source = read(path);
  if (path !== GIVEN_SAY && !/\bimport \{[^}]*\bsay\b[^}]*\} from '[^']*\/say';/.test(source)) return [];
  return readSource(source.replace(DESCRIPTION, ''))
    .calls.filter(({ name }) => name === 'say')
    .map((call) => ({ ...call, place: `${path}:${call.line}` }));
}

const said = filesBelow('src', '.ts').flatMap(saidIn);

/** Words in Latin letters, which code is written in, without placeholders. */
function latinWordsOf(text: string): string[] {
  return text.replace(/\{\d\}/g, ' ').match(/[A-Za-z][A-Za-z'-]*/g) ?? [];
}

/** Texts that are no words: addresses, tags of languages, and what parts others. */
function isForPeople(text: string): boolean {
  return text !== 'en' && !text.startsWith('https:') && latinWordsOf(text).length > 0;
}

describe('What the engine and the server say', () => {
  it('is literals, each with what its placeholders stand for', () => {
    assert.ok(said.length > 500);
    for (const { first, arguments: count, place } of said) {
      assert.ok(first !== null, `${place}: the text is no string`);
      // One that is said without values is cut at its placeholders.
      if (count > 1) assert.equal(count, placeholdersIn(first).length + 1, `${place}: ${first}`);
    }
  });

  const textsOf = (calls: typeof said) => calls.flatMap(({ first }) => first ?? []);

  it('is in the table of Chinese, which has no other text', () => {
    const ofEngine = textsOf(said.filter(({ place }) => !OF_CLI.test(place)));
    const texts = new Set([...ofEngine, ...RULES.map((rule) => rule.description)]);
    const missing = [...texts].filter((text) => !Object.hasOwn(words, text));
    const stale = Object.keys(words).filter((text) => !texts.has(text));
    assert.deepEqual({ missing, stale }, { missing: [], stale: [] }, TABLE);
  });

  it('is, of the command line, there too or in a table of its own, which has no other text', () => {
    const texts = new Set(textsOf(said.filter(({ place }) => OF_CLI.test(place))));
    const own = [...texts].filter((text) => !Object.hasOwn(words, text));
    assert.deepEqual(own.sort(), Object.keys(wordsOfCli), TABLE_OF_CLI);
  });

  it('is in Chinese what the extension says, where both say it', () => {
    const ofExtension: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));
    const shared = textsOf(said.filter(({ place }) => place.startsWith(`${GIVEN_SAY}:`)));
    assert.ok(shared.length > 10);
    for (const text of shared) assert.equal(wordsOfCli[text], ofExtension[text], text);
  });
});

/** Layers, and files of theirs, that speak to people in the language of the editor: pages are in that of their brief. */
const SPEAKING = /^src\/(?:charts|core|files|formats|math|pdf|server|styles)\//;
const OTHERWISE = [
  // Reports for language models.
  /^src\/core\/features\/assistant\//,
  // Words that are looked for in texts, and those of pages.
  /^src\/core\/(?:evidence|render\/words)\//,
  // What is wrong with settings, and what was thrown, is told to the log.
  /^src\/server\/(?:settings|messages\/answers)\.ts$/,
];
/** What is thrown and told to the log is for who looks for a fault. */
const FOR_PROGRAMMERS = /^(?:log|Error|RangeError|TypeError|ResponseError|connection\.console\.\w+)$/;

/** The whole sentences of a source that are not said. */
function unsaidIn(source: string): string[] {
  return readSource(source.replace(/\bdescription:\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*")/g, '')).literals.flatMap(
    ({ text, calls }) =>
      /^["{]?[A-Z][a-z]* .*[a-z]{2,} .*[.?:]$/.test(text) &&
      !calls.some((call) => call === 'say' || FOR_PROGRAMMERS.test(call))
        ? [text]
        : [],
  );
}

describe('No sentence', () => {
  it('is for people in English alone', () => {
    const files = filesBelow('src', '.ts').filter(
      (path) => SPEAKING.test(path) && !OTHERWISE.some((others) => others.test(path)),
    );
    assert.deepEqual(
      files.flatMap((path) => unsaidIn(read(path)).map((text) => `${path}: ${text}`)),
      [],
    );
  });

  it('escapes what looks for them', () => {
    assert.deepEqual(unsaidIn("const message = 'Nothing declares it here.';"), ['Nothing declares it here.']);
    assert.deepEqual(unsaidIn("say('Nothing declares it here.'); log('It broke down here.');"), []);
  });
});

for (const [table, texts] of [
  [TABLE, words],
  [TABLE_OF_CLI, wordsOfCli],
] as const)
  describe(`The table of Chinese in ${table}`, () => {
    const sentences = Object.entries(texts).filter(([text]) => isForPeople(text));

    it('is sorted, and written as JSON of two spaces is', () => {
      const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
      assert.equal(read(table), `${JSON.stringify(sorted, null, 2)}\n`);
    });

    it('has the placeholders of the English', () => {
      for (const [text, chinese] of Object.entries(texts))
        assert.deepEqual(placeholdersIn(chinese), placeholdersIn(text), text);
    });

    it('is set as Chinese is', () => {
      const slips = sentences.flatMap(([, chinese]) => {
        // What stands for a placeholder may be in quotation marks or a day, which need no space beside them.
        const plain = chinese
          .trim()
          .replace(/“[ -~]+”/g, '“x”')
          .replace(/(?<=^| )\{\d\}(?=$|\P{Script=Han})/gu, 'x')
          .replace(/ ?\{\d\} ?/g, '');
        const faults = faultsOf(plain).filter((fault) => fault !== 'no Chinese' || /[A-Za-z]/.test(plain));
        return faults.map((fault) => `${fault}: ${chinese}`);
      });
      assert.deepEqual(slips, []);
    });

    it('has no words of the English but names and code, which stand alone', () => {
      const slips = sentences.filter(([text, chinese]) => {
        const english = new Set(latinWordsOf(text));
        const isPhrase = /[a-z]{2,} [a-z]{2,}/.test(chinese.replace(/`[^`]*`|<[^>]*>|“[ -~]*”/g, '``'));
        return (
          isPhrase ||
          latinWordsOf(chinese).some((word) => word !== 'ID' && !english.has(word) && !english.has(`${word}s`))
        );
      });
      assert.deepEqual(slips, []);
    });
  });

describe('The table of Chinese', () => {
  it('says of a rule what the list of rules does', () => {
    const list = read('docs/zh-cn/rules/README.md').matchAll(/^\| \[`([^`]+)`\].*\| ([^|]+) \|$/gm);
    const listed = new Map([...list].map(([, code = '', text = '']) => [code, text]));
    for (const { code, description } of RULES) assert.equal(words[description], listed.get(code), code);
  });
});
