import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES, STYLE_NAMES, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../src/core';
import { CITATION_HINTS, DEFAULT_SETTINGS, readSettings } from '../../src/server/settings';
import { read } from '../project/files';
import { type ManifestLanguage, tableOf, textsIn } from '../project/manifest';
import { TABLES, wordsIn } from '../project/said';

const { UPDATE } = process.env;

/** The texts of the manifest in a language, with those of the rules as they are; in the order of those in English. */
function withRules(language: ManifestLanguage): Readonly<Record<string, string>> {
  const keys = Object.keys(textsIn('en'));
  const first = keys.findIndex((key) => key.startsWith('rule.'));
  const before = keys.slice(0, first);
  const behind = keys.slice(first).filter((key) => !key.startsWith('rule.'));
  const texts = textsIn(language);
  const words = language === 'en' ? null : wordsIn(TABLES.engine);
  const others = (some: readonly string[]) =>
    some.flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]]]));
  const rules = RULES.flatMap(({ code, description }) => {
    const text = words === null ? description : words[description];
    return text === undefined ? [] : [[`rule.${code}`, text]];
  });
  return Object.fromEntries([...others(before), ...rules, ...others(behind)]);
}

interface Manifest {
  readonly contributes: { readonly configuration: readonly { readonly properties: Record<string, Schema> }[] };
}

interface Schema {
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly default?: unknown;
  properties?: unknown;
}

/** The settings of all groups of the manifest: the same objects. */
function settingsOf(manifest: Manifest): Record<string, Schema> {
  return Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties));
}

describe('the setting brief.showHints', () => {
  it('is on unless it is turned off, and says what means nothing', () => {
    assert.equal(readSettings({}).settings.showHints, true);
    assert.equal(readSettings({ showHints: false }).settings.showHints, false);
    const { settings, warnings } = readSettings({ showHints: 'no' });
    assert.equal(settings.showHints, true);
    assert.deepEqual(warnings, ['The setting brief.showHints must be true or false.']);
  });
});

describe('the setting brief.rules', () => {
  it('gives rules their severity', () => {
    const { settings, warnings } = readSettings({ rules: { 'citation/order': 'off', 'citation/missing': 'error' } });
    assert.deepEqual(
      [...settings.rules],
      [
        ['citation/order', 'off'],
        ['citation/missing', 'error'],
      ],
    );
    assert.deepEqual(warnings, []);
  });

  it('leaves out what means nothing, and says so', () => {
    const { settings, warnings } = readSettings({
      rules: { 'no/rule': 'off', 'citation/order': 'loud', 'citation/style': 'hint' },
    });
    assert.deepEqual([...settings.rules], [['citation/style', 'hint']]);
    assert.deepEqual(warnings, [
      'The setting brief.rules names no rule: no/rule.',
      'The setting brief.rules must give citation/order one of: off, hint, information, warning, error.',
    ]);
  });

  it('may be anything at all', () => {
    for (const value of [null, undefined, 3, 'rules', [], { rules: null }, { rules: {} }])
      assert.deepEqual(readSettings(value).warnings, []);
    for (const rules of [3, 'off', ['citation/order']]) assert.equal(readSettings({ rules }).warnings.length, 1);
  });

  it('offers in the settings editor every rule, with its severity and description; npm run generate writes them', () => {
    const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const offered = settingsOf(manifest)['brief.rules'];
    assert.ok(offered);
    const expected = Object.fromEntries(
      RULES.map(({ code, severity }) => [
        code,
        {
          type: 'string',
          enum: ['off', 'hint', 'information', 'warning', 'error'],
          default: severity,
          markdownDescription: `%rule.${code}%`,
        },
      ]),
    );
    if (UPDATE === '1') {
      offered.properties = expected;
      writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    }
    assert.deepEqual(offered.properties, expected);
  });

  for (const language of ['en', 'zh-cn'] as const)
    it(`describes the rules in ${tableOf(language)} as they do themselves, which npm run generate writes`, () => {
      const path = tableOf(language);
      const written = `${JSON.stringify(withRules(language), null, 2)}\n`;
      if (UPDATE === '1') writeFileSync(path, written);
      else assert.equal(read(path), written);
    });
});

describe('the settings of what is shown in the text', () => {
  const properties = settingsOf(JSON.parse(readFileSync('package.json', 'utf8')));

  it('are read', () => {
    const { settings, warnings } = readSettings({
      inlayHints: { citations: 'all' },
      codeLens: { sources: true },
      bibliographyStyle: 'apa',
    });
    assert.equal(settings.citationHints, 'all');
    assert.equal(settings.bibliographyStyle, 'apa');
    assert.equal(settings.sourceLenses, true);
    assert.deepEqual(warnings, []);
  });

  it('are the usual ones where they mean nothing, which is said', () => {
    const { settings, warnings } = readSettings({
      inlayHints: { citations: 'some' },
      codeLens: { sources: 'yes' },
      bibliographyStyle: 'styles/ours.csl',
    });
    assert.equal(settings.citationHints, 'first');
    assert.equal(settings.bibliographyStyle, 'compact');
    assert.equal(settings.sourceLenses, false);
    assert.deepEqual(warnings, [
      'The setting brief.inlayHints.citations must be one of: off, first, all.',
      'The setting brief.codeLens.sources must be true or false.',
      `The setting brief.bibliographyStyle must be one of: ${STYLE_NAMES.join(', ')}.`,
    ]);
  });

  it('are in the settings editor with the same values and defaults', () => {
    const hints = properties['brief.inlayHints.citations'];
    const style = properties['brief.bibliographyStyle'];
    assert.deepEqual(hints?.enum, CITATION_HINTS);
    assert.deepEqual(style?.enum, STYLE_NAMES);
    for (const words of [style?.enumItemLabels, style?.enumDescriptions])
      assert.equal(words?.length, STYLE_NAMES.length);
    assert.equal(hints?.enumDescriptions?.length, CITATION_HINTS.length);
    assert.equal(hints?.default, DEFAULT_SETTINGS.citationHints);
    assert.equal(properties['brief.codeLens.sources']?.default, DEFAULT_SETTINGS.sourceLenses);
  });
});

describe('the semantic tokens', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ).contributes;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  it('are declared to VS Code, but for the modifier that it knows', () => {
    assert.deepEqual(ids(semanticTokenTypes), TOKEN_TYPES);
    assert.deepEqual(['declaration', ...ids(semanticTokenModifiers)], TOKEN_MODIFIERS);
  });

  it('have scopes for themes, all of which they can be', () => {
    const [brief, markdown] = semanticTokenScopes;
    assert.deepEqual(markdown.scopes, brief.scopes);
    for (const selector of Object.keys(brief.scopes)) {
      const [type, modifier] = selector.split('.');
      assert.ok(
        TOKEN_TYPES.some((known) => known === type),
        selector,
      );
      assert.ok(modifier === undefined || TOKEN_MODIFIERS.some((known) => known === modifier), selector);
    }
  });
});
