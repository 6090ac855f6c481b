import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { filesBelow, read } from './files';

const manifest: { version: string; license: string; homepage: string; engines: { node: string } } = JSON.parse(
  read('package.json'),
);
const ADDRESS = manifest.homepage.replace(/#.*/, '');
const PACKAGE = `${ADDRESS}/releases/download/v${manifest.version}/research-briefs-${manifest.version}.tgz`;

/** What a program says of a file that it reads without running it; skips the test where it is not installed. */
function readBy(test: Mocha.Context, program: string, ...args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) test.skip();
  assert.equal(status, 0, stderr);
}

describe('The files for other packagers', () => {
  it('are of the package of this version, whose checksum a release puts in', () => {
    for (const path of ['packaging/homebrew/research-briefs.rb', 'packaging/nix/flake.nix']) {
      const text = read(path);
      assert.ok(text.includes(`"${PACKAGE}"`), path);
      assert.equal(text.match(/sha256 =? ?"0{64}"/g)?.length, 1, path);
      assert.match(read('.github/workflows/release.yml'), new RegExp(`sed -i .* ${path}|sed -i .*${path}`), path);
    }
    assert.ok(read('packaging/nix/flake.nix').includes(`version = "${manifest.version}";`));
    assert.ok(read('packaging/homebrew/research-briefs.rb').includes(`license "${manifest.license}"`));
  });

  it('name the address of the project and no other', () => {
    for (const path of filesBelow('packaging', ''))
      for (const address of read(path).match(/https:\/\/[^\s"]+/g) ?? []) assert.ok(address.startsWith(ADDRESS), path);
  });

  it('have a formula that Ruby reads', function () {
    readBy(this, 'ruby', '-wc', 'packaging/homebrew/research-briefs.rb');
  });

  it('have a flake that Nix reads', function () {
    readBy(this, 'nix-instantiate', '--parse', 'packaging/nix/flake.nix');
  });

  it('have an image of Alpine with a Node that is new enough, and a user without rights', () => {
    const [build = '', image = ''] = read('packaging/docker/Dockerfile')
      .split(/^(?=FROM )/m)
      .slice(1);
    const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);
    for (const stage of [build, image]) assert.ok(Number(/^FROM node:(\d+)-alpine\b/.exec(stage)?.[1]) >= oldest);
    assert.match(image, /^USER node$/m);
    assert.match(image, /^ENTRYPOINT \["brief"\]$/m);
    assert.doesNotMatch(image.slice(image.indexOf('USER node')), /^(?:USER root|RUN|ADD)/m);
  });

  it('cite this version', () => {
    assert.match(read('CITATION.cff'), new RegExp(`^version: ${manifest.version}$`, 'm'));
  });
});
