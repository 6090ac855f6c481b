import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { read } from './files';
import { manifestIn } from './manifest';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly mcpName: string;
  readonly engines: { readonly node: string };
  readonly repository: { readonly url: string };
  readonly contributes: {
    readonly chatSkills: readonly { readonly path: string }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
  };
}

describe('What assistants find us by', () => {
  const own = manifestIn<Package>();
  const address = own.repository.url.replace(/^git\+|\.git$/g, '');

  it('in the registry of MCP servers is the package of this version, by the name that it gives itself', () => {
    const { $schema, name, title, description, version, repository, packages } = JSON.parse(read('server.json'));
    assert.match(
      $schema,
      /^https:\/\/static\.modelcontextprotocol\.io\/schemas\/\d{4}-\d\d-\d\d\/server\.schema\.json$/,
    );
    assert.match(name, /^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
    assert.deepEqual([name, version, repository.url], [own.mcpName, own.version, address]);
    assert.ok(description.length <= 100 && title.length <= 100);
    const [npm, ...others] = packages;
    assert.deepEqual(others, []);
    assert.deepEqual(
      [npm.registryType, npm.identifier, npm.version, npm.transport],
      ['npm', own.name, own.version, { type: 'stdio' }],
    );
    for (const { type, value, valueHint } of npm.packageArguments)
      assert.ok(type === 'positional' && (value !== undefined || valueHint !== undefined));
  });

  it('as a bundle has this version, licence and address', () => {
    const manifest = JSON.parse(read('mcpb/manifest.json'));
    assert.equal(manifest.manifest_version, '0.3');
    assert.deepEqual(
      [
        manifest.name,
        manifest.version,
        manifest.license,
        manifest.repository.url,
        manifest.compatibility.runtimes.node,
      ],
      [own.name, own.version, own.license, `${address}.git`, own.engines.node],
    );
    const used = JSON.stringify(manifest.server).match(/\$\{user_config\.(\w+)\}/)?.[1] ?? '';
    assert.deepEqual(Object.keys(manifest.user_config), [used]);
  });

  it('as a skill is named after its folder, and says when to use it', () => {
    for (const { path } of own.contributes.chatSkills) {
      const text = read(path.slice(2));
      const { name, description, ...others } = parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '');
      assert.deepEqual(others, {});
      assert.equal(path, `./skills/${name}/SKILL.md`);
      assert.match(description, /Use it to /);
      assert.ok(description.length <= 1024);
    }
  });

  it('as a server that the extension offers has the id of the manifest', () => {
    const [provider] = own.contributes.mcpServerDefinitionProviders;
    assert.match(read('src/extension/tools/mcpServer.ts'), new RegExp(`ID = '${provider?.id}'`));
  });

  it('leads to files that are there', () => {
    for (const [, path = ''] of read('AGENTS.md').matchAll(/\]\(([^)]+)\)/g)) assert.ok(existsSync(path), path);
  });
});
