import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readConfig } from '../../src/core';
import { configSchema } from '../../src/core/document/frontMatter/configSchema';
import { read } from './files';
import { type ManifestLanguage, manifestIn } from './manifest';

const PAGE = 'docs/configuration.md';
/** The page in each language, and the header of its table of settings. */
const PAGES = [
  ['en', PAGE, '| setting | default | |'],
  ['zh-cn', 'docs/zh-cn/configuration.md', '| 设置 | 默认值 | |'],
] as const;
const SCHEMA = 'schemas/brief.config.schema.json';
const { UPDATE } = process.env;

/** A setting as the manifest of the extension has it. */
interface Setting {
  readonly default?: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
}

function settings(language: ManifestLanguage = 'en'): [string, Setting][] {
  type Manifest = { contributes: { configuration: readonly { properties: Record<string, Setting> }[] } };
  const { contributes } = manifestIn<Manifest>(language);
  return contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
}

function settingsTable(language: ManifestLanguage, header: string): string {
  const rows = settings(language)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { default: value, description, markdownDescription }]) => {
      const text = (markdownDescription ?? description ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|');
      return `| \`${name}\` | \`${JSON.stringify(value)}\` | ${text} |\n`;
    });
  return `${header}\n| --- | --- | --- |\n${rows.join('')}`;
}

/** What other tools check the file by. Its sources are checked by us alone: YAML gives a numeric id as a number. */
function jsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input' });
  return `${JSON.stringify({ $schema, title: 'brief.config.yaml', ...rest, additionalProperties: false }, null, 2)}\n`;
}

describe('the configuration', () => {
  const keys = Object.keys(configSchema.shape);

  it('has each key in the table of its page, in its order', () => {
    const table = /\| key \| value \|\n\| --- \| --- \|\n((?:\|.*\n)*)/.exec(read(PAGE))?.[1] ?? '';
    assert.deepEqual(
      [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key),
      keys,
    );
  });

  it('is shown on its page by an example that is valid and has every key', () => {
    const example = /```yaml\n(.*?)```/s.exec(read(PAGE))?.[1] ?? '';
    const { errors, unknownKeys } = readConfig(example);
    assert.deepEqual([errors, unknownKeys], [[], []]);
    for (const key of keys) assert.ok(example.includes(`${key}:`), key);
  });

  it('has a JSON Schema for other tools, which npm run generate writes', () => {
    if (UPDATE === '1') writeFileSync(SCHEMA, jsonSchema());
    assert.deepEqual(JSON.parse(read(SCHEMA)), JSON.parse(jsonSchema()));
  });

  it('is checked by that schema in editors with a YAML extension', () => {
    const { contributes } = JSON.parse(read('package.json'));
    assert.deepEqual(contributes.yamlValidation, [{ fileMatch: 'brief.config.yaml', url: `./${SCHEMA}` }]);
  });
});

describe('the settings', () => {
  it('each have a description and a default', () => {
    for (const [name, { default: value, description, markdownDescription }] of settings()) {
      assert.ok(name.startsWith('brief.'), name);
      assert.ok((description ?? markdownDescription ?? '').length > 20, name);
      assert.notEqual(value, undefined, name);
    }
  });

  for (const [language, path, header] of PAGES) {
    it(`are the table of ${path}, which npm run generate writes`, () => {
      const page = read(path);
      const start = page.indexOf(header);
      const end = /\n(?!\|)/.exec(page.slice(start))?.index ?? 0;
      const written = `${page.slice(0, start)}${settingsTable(language, header)}${page.slice(start + end + 1)}`;
      if (UPDATE === '1') writeFileSync(path, written);
      else assert.equal(page, written);
    });
  }
});
