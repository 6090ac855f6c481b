import assert from 'node:assert/strict';
import { RULES } from '../../src/core/rules';
import { faultsOf, placeholdersIn } from './chinese';
import { filesBelow, read } from './files';
import { readSource } from './literals';
import { GIVEN_SAY, saidBySay, TABLES, textsOf, textsOfTables, wordsIn } from './said';

const words = wordsIn(TABLES.engine);
const wordsOfCli = wordsIn(TABLES.cli);
const said = saidBySay();

/** Words in Latin letters, which code is written in, without placeholders. */
function latinWordsOf(text: string): string[] {
  return text.replace(/\{\d\}/g, ' ').match(/[A-Za-z][A-Za-z'-]*/g) ?? [];
}

/** Texts that are no words: addresses, tags of languages, and what parts others. */
function isForPeople(text: string): boolean {
  return text !== 'en' && !/^\{0\}\/[^ ]*$/.test(text) && latinWordsOf(text).length > 0;
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

  it('is all that the tables of Chinese have', () => {
    const texts = textsOfTables();
    for (const name of ['engine', 'cli'] as const) {
      const known = new Set(texts[name]);
      const stale = Object.keys(wordsIn(TABLES[name])).filter((text) => !known.has(text));
      assert.deepEqual(stale, [], TABLES[name]);
    }
  });

  it('is in Chinese what the extension says, where both say it', () => {
    const ofExtension = wordsIn(TABLES.extension);
    const shared = textsOf(said.filter(({ place }) => GIVEN_SAY.some((path) => place.startsWith(`${path}:`))));
    assert.ok(shared.length > 10);
    for (const text of shared)
      if (wordsOfCli[text] && ofExtension[text]) assert.equal(wordsOfCli[text], ofExtension[text], text);
  });
});

/** Layers, and files of theirs, that speak to people in the language of the editor: pages are in that of their brief. */
const SPEAKING = /^src\/(?:charts|core|files|formats|math|pdf|server|styles)\//;
const OTHERWISE = [
  // Reports for language models.
  /^src\/core\/editor\/assistant\//,
  // Words that are looked for in texts, and those of pages.
  /^src\/core\/(?:evidence|languages)\//,
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
  [TABLES.engine, words],
  [TABLES.cli, wordsOfCli],
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
    for (const { code, description } of RULES) assert.equal(words[description] ?? description, listed.get(code), code);
  });
});
