import assert from 'node:assert/strict';
import { ruleSettingsOf } from '../../../../src/core/brief/config/config';
import { readConfig, readLibrary } from '../../../../src/core/brief/config/readConfig';

const values = (fields: readonly { readonly value: string }[]) => fields.map(({ value }) => value);

describe('A configuration', () => {
  it('of no text says nothing', () => {
    for (const text of ['', '\n', '# nothing yet\n']) {
      const { errors, rules, mustCite, sources, include, library } = readConfig(text);
      assert.deepEqual([errors, rules, mustCite, sources, include, library], [[], [], null, [], [], null]);
    }
  });

  it('is read in all its keys', () => {
    const config = readConfig(
      [
        'rules:',
        '  citation/order: off',
        'must-cite: [insight, sentence]',
        'exempt-sections: [Field notes, 背景]',
        'include: reports/**/*.md',
        'bibliography: [shared.bib]',
        'style: apa',
        'sources:',
        '  - id: usgs',
        '    title: Mineral Commodity Summaries',
        '',
      ].join('\n'),
    );
    assert.deepEqual(config.errors, []);
    assert.deepEqual(
      config.rules.map(({ code, setting }) => [code.value, setting.value]),
      [['citation/order', 'off']],
    );
    assert.deepEqual(config.mustCite, ['insight', 'sentence']);
    assert.deepEqual(config.exemptSections, ['Field notes', '背景']);
    assert.deepEqual(values(config.include), ['reports/**/*.md']);
    assert.deepEqual(values(config.bibliography), ['shared.bib']);
    assert.equal(config.style?.value, 'apa');
    assert.deepEqual(
      config.sources.map(({ id }) => id),
      ['usgs'],
    );
  });

  it('may name a file of sources', () => {
    const config = readConfig('sources: library.yaml\n');
    assert.deepEqual(config.errors, []);
    assert.equal(config.library?.value, 'library.yaml');
  });

  for (const [name, text, at, message] of [
    ['a setting', 'rules:\n  citation/order: loud\n', 'loud', /must be off, hint, information/],
    ['what must be cited', 'must-cite: [insight, tables]\n', 'tables', /must be a list of insight, sentence, figure/],
    ['a glob that leaves the folder', 'include: ["../*.md"]\n', '../*.md', /cannot point outside it/],
    ['a source without an id', 'sources:\n  - title: T\n', '- title: T', /This source has no "id"/],
    ['a list where a text belongs', 'sources: true: 1\n', 'true: 1', /./],
    ['a line that is no key', 'rules\n', 'rules', /not a key: value pair/],
    ['a key that is given twice', 'include: a.md\ninclude: b.md\n', 'include', /given twice/],
  ] as const) {
    it(`reports ${name} on its place, and reads the rest`, () => {
      const config = readConfig(`${text}exempt-sections: [Rest]\n`);
      assert.deepEqual(config.exemptSections, ['Rest']);
      const [error] = config.errors;
      assert.match(error?.message ?? '', message);
      const written = `${text}exempt-sections: [Rest]\n`.slice(error?.span.start, error?.span.end);
      assert.ok(written.includes(at) || at.includes(written), written);
    });
  }

  it('knows no key of a front matter', () => {
    const { unknownKeys } = readConfig('title: T\nmust_cite: insight\n');
    assert.deepEqual(
      unknownKeys.map(({ key, nearest }) => [key, nearest]),
      [
        ['title', null],
        ['must_cite', 'must-cite'],
      ],
    );
  });

  it('is read whatever it is', () => {
    for (const text of [
      '\u0000',
      '---\nrules: {}\n---\n',
      '{',
      '- a\n- b\n',
      '&a *a',
      'rules: *x\n',
      '? ? ? ?\n',
      '\r\r',
    ])
      assert.ok(Array.isArray(readConfig(text).errors));
  });
});

describe('A configuration of a stranger', () => {
  it('is refused what would take for ever or forge values, at its place', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghi'].map((key, i) => `${key}: &${key} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`).join('\n')}\n`;
    for (const text of [bomb, 'include: &a [*a]\n', 'include: !!js/function "x"\n', `include: ${'['.repeat(500)}\n`]) {
      const { errors, include } = readConfig(text);
      assert.ok(errors.length > 0, text.slice(0, 40));
      assert.deepEqual(include, []);
    }
  });

  it('may use the names of what every object has', () => {
    const { unknownKeys, rules } = readConfig('__proto__: [a]\nconstructor: x\nrules:\n  __proto__: off\n');
    assert.deepEqual(
      unknownKeys.map(({ key }) => key),
      ['__proto__', 'constructor'],
    );
    assert.ok(rules.every(({ code }) => code.value === '__proto__'));
  });

  it('has all of very many sources', () => {
    const sources = Array.from({ length: 20_000 }, (_, i) => `  - id: s${i}\n    title: Title ${i}\n`).join('');
    assert.equal(readConfig(`sources:\n${sources}`).sources.length, 20_000);
  });
});

describe('What must be cited', () => {
  const settings = (text: string) => [...ruleSettingsOf(readConfig(text))];

  it('is left to the rules where the configuration does not say', () => {
    assert.deepEqual(settings('include: a.md\n'), []);
  });

  it('turns the rule of each thing on or off', () => {
    assert.deepEqual(settings('must-cite: [insight, figure]\n'), []);
    assert.deepEqual(settings('must-cite: figure\n'), [['citation/missing', 'off']]);
    assert.deepEqual(settings('must-cite: [insight, sentence]\n'), [
      ['figure/uncited', 'off'],
      ['citation/missing-in-sentence', 'warning'],
    ]);
    assert.deepEqual(settings('must-cite: []\n'), [
      ['citation/missing', 'off'],
      ['figure/uncited', 'off'],
    ]);
  });

  it('counts less than what is said of a rule itself', () => {
    assert.deepEqual(settings('must-cite: figure\nrules:\n  citation/missing: hint\n'), [['citation/missing', 'hint']]);
  });
});

describe('A library', () => {
  it('is a list of sources', () => {
    const { sources, errors } = readLibrary('sources:\n  - id: usgs\n    title: T\n  - id: iea\n');
    assert.deepEqual(
      sources.map(({ id }) => id),
      ['usgs', 'iea'],
    );
    assert.deepEqual(errors, []);
  });

  it('of something else is an error', () => {
    for (const text of ['', 'sources: other.yaml\n', 'titles: [a]\n', '- id: a\n'])
      assert.ok(readLibrary(text).errors.length > 0, text);
  });
});
