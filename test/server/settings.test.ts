import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES, STYLE_NAMES, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../src/core';
import { CITATION_HINTS, DEFAULT_SETTINGS, readSettings } from '../../src/server/settings';
import { tableOf, textsIn } from '../project/manifest';

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
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const offered = manifest.contributes.configuration.properties['brief.rules'];
    const expected = Object.fromEntries(
      RULES.map(({ code, severity }) => [
        code,
        {
          enum: ['off', 'hint', 'information', 'warning', 'error'],
          default: severity,
          markdownDescription: `%rule.${code}%`,
        },
      ]),
    );
    const texts = Object.fromEntries(RULES.map(({ code, description }) => [`rule.${code}`, description]));
    const table = textsIn('en');
    const { UPDATE } = process.env;
    if (UPDATE === '1') {
      offered.properties = expected;
      writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
      writeFileSync(tableOf('en'), `${JSON.stringify({ ...table, ...texts }, null, 2)}\n`);
      return;
    }
    assert.deepEqual(offered.properties, expected);
    for (const [key, text] of Object.entries(texts)) assert.equal(table[key], text, key);
  });
});

describe('the settings of what is shown in the text', () => {
  const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;

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
    assert.equal(settings.citationHints, 'numbered');
    assert.equal(settings.bibliographyStyle, 'compact');
    assert.equal(settings.sourceLenses, false);
    assert.deepEqual(warnings, [
      'The setting brief.inlayHints.citations must be one of: off, numbered, all.',
      'The setting brief.codeLens.sources must be true or false.',
      `The setting brief.bibliographyStyle must be one of: ${STYLE_NAMES.join(', ')}.`,
    ]);
  });

  it('are in the settings editor with the same values and defaults', () => {
    const hints = properties['brief.inlayHints.citations'];
    assert.deepEqual(hints.enum, CITATION_HINTS);
    assert.deepEqual(properties['brief.bibliographyStyle'].enum, STYLE_NAMES);
    assert.equal(hints.enumDescriptions.length, CITATION_HINTS.length);
    assert.equal(hints.default, DEFAULT_SETTINGS.citationHints);
    assert.equal(properties['brief.codeLens.sources'].default, DEFAULT_SETTINGS.sourceLenses);
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
