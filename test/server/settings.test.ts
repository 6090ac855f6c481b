import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

  it('offers in the settings editor every rule, with its severity and its description', () => {
    const offered = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration.properties[
      'brief.rules'
    ];
    const expected = RULES.map(({ code, severity, description }) => [
      code,
      {
        enum: ['off', 'hint', 'information', 'warning', 'error'],
        default: severity,
        markdownDescription: description,
      },
    ]);
    assert.deepEqual(offered.properties, Object.fromEntries(expected));
  });
});
