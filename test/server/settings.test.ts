import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES } from '../../src/core';
import { readSettings } from '../../src/server/settings';

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

  it('offers in the settings editor every rule, with its severity and description; UPDATE=1 writes them anew', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const offered = manifest.contributes.configuration.properties['brief.rules'];
    const expected = Object.fromEntries(
      RULES.map(({ code, severity, description }) => [
        code,
        {
          enum: ['off', 'hint', 'information', 'warning', 'error'],
          default: severity,
          markdownDescription: description,
        },
      ]),
    );
    const { UPDATE } = process.env;
    if (UPDATE === '1') {
      offered.properties = expected;
      writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    } else assert.deepEqual(offered.properties, expected);
  });
});
