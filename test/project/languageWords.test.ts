import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/core/languages';
import { filesBelow, read } from './files';

/** Files that have such words, and may only get fewer: whoever moves words to `languages/` puts the smaller number here. */
const MOST = { chinese: 57, german: 30 };

/** Spanish and French words that are also parts of addresses, names of files or tags of HTML. */
const NO_WORDS: ReadonlySet<string> = new Set(['aux', 'del', 'sur']);

/** Frequent words of German, French and Spanish, of at least three letters. */
const FREQUENT: ReadonlySet<string> = new Set(
  LANGUAGES.filter(({ tag }) => ['de', 'fr', 'es'].includes(tag))
    .flatMap(({ frequentWords = '' }) => frequentWords.split(' '))
    .filter((word) => word.length > 2 && !NO_WORDS.has(word)),
);

/** The lines of a file's code that may hold a literal, without comments. */
function codeOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && /['"`/]/.test(line))
    .map((line) => line.replace(/\s\/\/ .*$/, ''));
}

/** The words of a line that stand in a list of a pattern, or have letters with the marks of these languages. */
function europeanIn(line: string): string[] {
  const marked = line.match(/(?<=[|('"`/ ?])\p{L}*[äöüßéèêàçñíóáúãõ]\p{L}*/giu) ?? [];
  const listed = line.match(/(?<=[|(])\p{L}{3,}(?=[|)])/gu) ?? [];
  return [...new Set([...marked.filter((word) => word.length > 2), ...listed.filter((word) => FREQUENT.has(word))])];
}

describe('The words of languages', () => {
  const files = filesBelow('src/core', '.ts').filter((path) => !path.includes('/languages/'));
  const having = (isFound: (line: string) => boolean) => files.filter((path) => codeOf(read(path)).some(isFound));

  it('are, if they are Chinese, Japanese or Korean, in no more files beside those of the languages', () => {
    const found = having((line) => /['"`/[][^'"`]*[\u4e00-\u9fff]/.test(line));
    assert.ok(found.length <= MOST.chinese, `${found.length}:\n${found.join('\n')}`);
  });

  it('are, if they are German, French or Spanish, in no more files beside those of the languages', () => {
    const found = having((line) => europeanIn(line).length > 0);
    assert.ok(found.length <= MOST.german, `${found.length}:\n${found.join('\n')}`);
  });

  it('are found in a pattern, and not in a comment or an English list', () => {
    assert.deepEqual(europeanIn('const LEAD = /^(?:see|siehe|auch|für|étape)/;'), ['für', 'étape', 'auch']);
    assert.deepEqual(codeOf("// 'auch'\nconst one = 1;\nconst two = '2'; // 'für'"), ["const two = '2';"]);
    assert.deepEqual(europeanIn('/^(?:the|this|these)/'), []);
  });
});
