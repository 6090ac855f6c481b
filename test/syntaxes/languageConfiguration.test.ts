import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { manifestIn } from '../project/manifest';

interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly EnterRule[];
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
}

interface Manifest {
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly svg: string } }[];
    }[];
  };
}

const configuration: LanguageConfiguration = JSON.parse(readFileSync('language-configuration.json', 'utf8'));

describe('The language configuration', () => {
  describe('takes as one word', () => {
    const words = (text: string) =>
      text.match(new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags)) ?? [];
    const cases: readonly [string, readonly string[]][] = [
      ['see @usgs-2024.', ['see', '@usgs-2024']],
      ['[@usgs-2024, p. 3; -@doe]', ['@usgs-2024', 'p', '3', '@doe']],
      ['id: usgs-2024', ['id', 'usgs-2024']],
      ['(@doe:critical.minerals)', ['@doe:critical.minerals']],
      ['doe:critical.minerals, then', ['doe:critical.minerals', 'then']],
      ['据@usgs-2024报告，@郭2025认为', ['据', '@usgs-2024', '报告', '@郭2025', '认为']],
      ['中国控制90%的产能。', ['中国控制', '90', '的产能']],
      ["it's rare-earth ore, 3.5 t", ["it's", 'rare-earth', 'ore', '3.5', 't']],
      ['{{alloy-share}} @fig:share [1][7]', ['alloy-share', '@fig:share', '1', '7']],
    ];
    for (const [text, expected] of cases) it(text, () => assert.deepEqual(words(text), expected));
  });

  describe('on Enter', () => {
    /** What the new line starts with, behind the indentation of the old one; null: no rule speaks. */
    const appended = (before: string) => {
      const rule = configuration.onEnterRules.find((rule) => new RegExp(rule.beforeText).test(before));
      return rule ? (rule.action.appendText ?? '') : null;
    };
    const cases: readonly [string, string, string | null][] = [
      ['goes on with a list', '- one', '- '],
      ['goes on with the marker of the list', '  * one', '* '],
      ['goes on with a plus', '+ one [1]', '+ '],
      ['opens a new task after an open one', '- [ ] one', '- [ ] '],
      ['opens a new task after a done one', '- [x] one', '- [ ] '],
      ['goes on with a quotation', '> one', '> '],
      ['goes on with a list in a quotation', '> - one', '> - '],
      ['counts on', '1. one', '2. '],
      ['counts past ten', '  12. one', '13. '],
      ['counts to a hundred', '99. one', '100. '],
      ['repeats one number after a hundred, which Markdown counts', '100. one', '1. '],
      ['counts on behind a bracket', '1) one', '2) '],
      ['counts on in a quotation', '> 1. one', '> 2. '],
      ['takes a citation at the start of an item for text', '- [1] says', '- '],
      ['ends a list after an empty item', '- ', ''],
      ['ends a list after an empty task', '- [ ] ', ''],
      ['ends an ordered list after an empty item', '3. ', ''],
      ['leaves a thematic break alone', '---', ''],
      ['leaves a spaced thematic break alone', '* * *', ''],
      ['leaves text alone', 'It is 3. one', null],
      ['leaves a dash in text alone', 'one - two', null],
      ['leaves an empty quotation alone', '>', null],
    ];
    for (const [name, before, expected] of cases) it(name, () => assert.equal(appended(before), expected));
  });

  it('closes no pair that is not overtyped, or typing it to the end would double it', () => {
    // VS Code overtypes single characters only, and takes a second character that closes itself for an opening one.
    for (const { open, close } of configuration.autoClosingPairs) {
      assert.equal(close.length, 1, close);
      assert.notEqual(open, close);
    }
  });
});

describe('The manifest', () => {
  const { contributes }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const [language] = contributes.languages;

  it('takes .brief and .brief.md as briefs', () => {
    assert.equal(language?.id, 'brief');
    assert.deepEqual(language.extensions, ['.brief', '.brief.md']);
  });

  for (const spoken of ['en', 'zh-cn'] as const)
    it(`names only files that exist, in ${spoken}`, () => {
      const { languages, grammars, snippets, walkthroughs, viewsContainers } = manifestIn<Manifest>(spoken).contributes;
      const files = [
        ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
        ...[...grammars, ...snippets].map(({ path }) => path),
        ...walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => media.svg)),
        ...viewsContainers.activitybar.map(({ icon }) => icon),
      ];
      assert.deepEqual(
        files.filter((file) => !existsSync(file)),
        [],
      );
    });

  it('draws the walkthrough without styles, which VS Code takes out', () => {
    const pictures = ['media/walkthrough', 'media/walkthrough/zh-cn'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.svg'))
        .map((name) => `${folder}/${name}`),
    );
    assert.equal(pictures.length, 12);
    for (const path of pictures) assert.doesNotMatch(readFileSync(path, 'utf8'), /<style|\sstyle=|\sclass=/, path);
  });
});
