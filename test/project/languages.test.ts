import assert from 'node:assert/strict';
import { faultsOf, placeholdersIn } from './chinese';
import { filesBelow, read } from './files';
import { type Literal, readSource } from './literals';
import { keyOf, tableOf, textsIn } from './manifest';
import { saidByExtension, TABLES, TRANSLATED, textsOfTables, wordsIn } from './said';

/** What VS Code shows of a manifest. */
const SHOWN: ReadonlySet<string> = new Set(
  (
    'title shortTitle category contents description markdownDescription enumDescriptions markdownEnumDescriptions ' +
    'patternErrorMessage errorMessage deprecationMessage markdownDeprecationMessage altText displayName ' +
    'userDescription contextualTitle label placeholder'
  ).split(' '),
);
/** The name of the product, in every language. */
const NAME = 'Research Briefs';
/** What models read stays English. */
const FOR_MODELS = /\.(?:inputSchema|modelDescription)\b/;

/** The texts of a manifest that people read, each with its path. */
function shownIn(value: unknown, path = '', isShown = false): [string, string][] {
  if (typeof value === 'string') return isShown && !FOR_MODELS.test(path) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const isView = key === 'name' && /\.views\./.test(path);
    return shownIn(part, `${path}.${key}`, Array.isArray(value) ? isShown : SHOWN.has(key) || isView);
  });
}

describe('The manifest in English and Chinese', () => {
  const manifest: unknown = JSON.parse(read('package.json'));
  const [english, chinese] = [textsIn('en'), textsIn('zh-cn')];

  it('takes from its tables all that people read', () => {
    const literal = shownIn(manifest).filter(([, text]) => keyOf(text) === null && text !== NAME);
    assert.deepEqual(literal, []);
  });

  it('has in both tables texts that it names, and no others: in English all of them, in Chinese in the same order', () => {
    const named = new Set(read('package.json').match(/(?<=": "%|^\s*"%)[^"%]+(?=%")/gm));
    assert.deepEqual(Object.keys(english).sort(), [...named].sort());
    const translated = Object.keys(english).filter((key) => Object.hasOwn(chinese, key));
    assert.deepEqual(Object.keys(chinese), translated);
  });

  it('says the same in both: the same commands, code and placeholders', () => {
    const fixed = (text = '') => (text.match(/\]\(command:[^)]*\)|`[^`]*`|\{\d\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(chinese)) assert.deepEqual(fixed(text), fixed(english[key]), key);
  });

  it('is set as Chinese is', () => {
    for (const [key, text] of Object.entries(chinese))
      if (!isPath(text)) assert.deepEqual(faultsOf(text), [], `${key} in ${tableOf('zh-cn')}: ${text}`);
  });
});

/** Pictures, too, may be others in another language. */
function isPath(text: string): boolean {
  return /^(?:\.\/)?[\w./-]+\.[\w-]+$/.test(text);
}

/** What these say is for language models, or for a browser. */
const NOT_FOR_PEOPLE: readonly string[] = ['tools/findBrief.ts', 'tools/useTool.ts', 'preview/page.ts'].map(
  (path) => `src/extension/${path}`,
);
/** Names, and words that our code speaks to itself, which nobody reads. */
const NO_TEXTS: ReadonlySet<string> = new Set([
  ...[NAME, 'Word', 'Markdown'],
  ...['to the side', 'give up', 'in order', 'no numbers', 'not possible', 'not checked'],
  ...['```figure\nid: ', '\nimage: ', '\nalt: '],
  ...['FileNotFound', 'FileNotADirectory', 'FileIsADirectory', 'NoPermissions'],
]);
/** What is told to the log is for who looks for a fault. */
const LOGGED = /^(?:output|log)\.(?:trace|debug|info|warn|error)$/;

/** Whether a text reads like words for people: two words, a capital word, or a word beside what a template puts in. */
function readsLikeWords({ text, isPiece }: Literal): boolean {
  return /[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]+/.test(text) || (isPiece && /[a-z]{2,}[:,]? | [a-z]{2,}/i.test(text));
}

/** The texts of a source that people would read in English, whatever their language is. */
function escapedIn(source: string): Literal[] {
  return readSource(source).literals.filter(
    (literal) =>
      readsLikeWords(literal) &&
      !NO_TEXTS.has(literal.text) &&
      !literal.calls.some((call) => call === TRANSLATED || LOGGED.test(call)),
  );
}

/** What the command line speaks to language models, or to itself. */
const OF_CLI = filesBelow('src/cli', '.ts')
  .concat(filesBelow('src/network', '.ts'), 'src/lookUps/lookUp.ts')
  // Code for shells, which is given its words.
  .filter((path) => !/^src\/cli\/completions\/(?:bash|fish|zsh)\.ts$/.test(path));
const SAYS_TO_NOBODY: readonly RegExp[] = [
  // How commands are called, and elements of XML.
  /^[a-z-]+ FILE\b|^look-up TEXT$|^completions bash\||^Letter$|^brief check$|^brief: $|^\s*<\??\w+ |^"? ?\w+="/,
  // Folders, what git is asked with, and what a server or proxy is told that asks who is there.
  /^Library\/|^blob |^--changed-since $|^ResearchBriefs\/$|^(?:Basic|Bearer) $/,
  // What is thrown where the program itself is at fault.
  /^A thread ended with $|^Something that is no error|^an encoding that was|^no address$|^NetworkError$|^too many$/,
];
/** What a model is told of the tools. */
const INSTRUCTIONS = /^ {4}instructions: \[\n.*?^ {4}\]\.join\(' '\),$/ms;

describe('The command line in English and Chinese', () => {
  /** The texts of a source that people would read in English whatever language they ask for. */
  const unsaidIn = (source: string) =>
    readSource(source.replace(INSTRUCTIONS, '')).literals.filter(
      (literal) =>
        readsLikeWords(literal) &&
        !literal.calls.includes('say') &&
        !SAYS_TO_NOBODY.some((form) => form.test(literal.text)),
    );

  it('says nothing but by say', () => {
    const escaped = OF_CLI.flatMap((path) => unsaidIn(read(path)).map(({ line, text }) => `${path}:${line}: ${text}`));
    assert.deepEqual(escaped, []);
  });

  it('is told where it does', () => {
    const found = (source: string) => unsaidIn(source).map(({ text }) => text);
    assert.deepEqual(found("throw new CommandError('it is a folder');"), ['it is a folder']);
    assert.deepEqual(found('printError(`cannot read \u0024{path}`);'), ['cannot read ']);
    assert.deepEqual(found("printError(say('cannot read {0}', path)); run('inspect FILE');"), []);
  });
});

describe('The extension in English and Chinese', () => {
  const files = filesBelow('src/extension', '.ts');
  const bundle = wordsIn(TABLES.extension);

  it('says nothing but by vscode.l10n.t', () => {
    const escaped = files
      .filter((path) => !NOT_FOR_PEOPLE.includes(path))
      .flatMap((path) => escapedIn(read(path)).map(({ line, text }) => `${path}:${line}: ${text}`));
    assert.deepEqual(escaped, []);
  });

  it('gives that whole messages, each with what its placeholders stand for', () => {
    for (const { first, arguments: count, place } of saidByExtension()) {
      assert.ok(first !== null, `${place}: the message is no string`);
      const placeholders = placeholdersIn(first);
      assert.deepEqual(
        placeholders,
        placeholders.map((_, i) => `{${i}}`),
        place,
      );
      assert.equal(count, placeholders.length + 1, `${place}: ${first}`);
    }
  });

  it('has in the Chinese bundle messages of its own, and no others, in order', () => {
    const translated = textsOfTables().extension.filter((text) => Object.hasOwn(bundle, text));
    assert.deepEqual(Object.keys(bundle), translated);
  });

  it('says the same in Chinese, set as Chinese is', () => {
    for (const [message, chinese] of Object.entries(bundle)) {
      assert.deepEqual(placeholdersIn(chinese), placeholdersIn(message), message);
      if (/\p{L}/u.test(message.replace(/\{\d\}/g, ''))) assert.deepEqual(faultsOf(chinese), [], chinese);
    }
  });
});

describe('What looks for texts in English alone', () => {
  const found = (source: string) => escapedIn(source).map(({ text }) => text);

  it('finds them in calls, properties, templates and constants', () => {
    assert.deepEqual(found("vscode.window.showErrorMessage('It broke')"), ['It broke']);
    assert.deepEqual(found("const item = { title: 'Restart' };"), ['Restart']);
    assert.deepEqual(found('show(`\u0024{count} cited of \u0024{all}`)'), [' cited of ']);
    assert.deepEqual(found('show(`\u0024{a /* } */}, \u0024{`\u0024{b} cited`}`)'), [' cited']);
    assert.deepEqual(found("x = a / 2; const HINT = 'Open it';"), ['Open it']);
  });

  it('leaves alone what is translated, logged, imported or no words', () => {
    assert.deepEqual(found("vscode.l10n.t('It broke at {0}', `line \u0024{n}`)"), []);
    assert.deepEqual(found("log.warn('It broke'); output.info(`It \u0024{broke} now`);"), []);
    assert.deepEqual(found("import a from 'Some Place'; const pattern = /It's (broken)/;"), []);
    assert.deepEqual(found("set('brief.preview', `v=\u0024{version}`, '$(add) ');"), []);
  });

  it('counts what a message is given', () => {
    const { calls } = readSource("vscode.l10n.t('{0} of {1}', f(a, b), [c, d],)");
    assert.equal(calls.find(({ name }) => name === TRANSLATED)?.arguments, 3);
  });
});

describe('How Chinese is set', () => {
  it('is told where it is wrong', () => {
    for (const wrong of ['打开3 个', '打开,关闭', '打开 ，关闭', '（打开） x', 'Open', '用`a`打开', '共{0}个'])
      assert.equal(faultsOf(wrong).length, 1, wrong);
  });

  it('is told where it is right', () => {
    for (const right of [
      '打开 3 个文件',
      '“简报: 打开”',
      '导出...',
      '用 `a` 打开（{0} 个）',
      '[打开](command:a)：{0}。',
    ])
      assert.deepEqual(faultsOf(right), [], right);
  });
});
