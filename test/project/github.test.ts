import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { filesBelow, read } from './files';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
}

interface Job {
  readonly 'runs-on': string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Field {
  readonly type: string;
  readonly id: string;
  readonly attributes: { readonly label: string; readonly description?: string };
  readonly validations?: { readonly required: boolean };
}

const WORKFLOWS = filesBelow('.github/workflows', '.yml');
const FORMS = filesBelow('.github/ISSUE_TEMPLATE', '.yml').filter((path) => !path.endsWith('config.yml'));
const workflowAt = (name: string): Workflow => parse(read(`.github/workflows/${name}.yml`));
const manifest: { version: string; repository: { url: string } } = JSON.parse(read('package.json'));

describe('What GitHub reads', () => {
  it('is of actions of GitHub alone, and gives no job more than it needs', () => {
    for (const path of [...WORKFLOWS, 'action.yml']) {
      const used = [...read(path).matchAll(/uses: (\S+)/g)].map(([, name = '']) => name);
      for (const name of used) assert.match(name, /^\.\/$|^(?:actions|github)\/[\w/-]+@v\d+$/, path);
    }
    for (const path of WORKFLOWS) {
      const { name, on, permissions, jobs }: Workflow = parse(read(path));
      assert.ok(name && on, path);
      assert.deepEqual(permissions, { contents: 'read' }, path);
      for (const { steps, 'runs-on': machine } of Object.values(jobs)) {
        assert.ok(machine, path);
        for (const { uses, run } of steps) assert.ok((uses === undefined) !== (run === undefined), path);
      }
    }
  });

  it('puts no expression into the lines of a shell, where it could be code', () => {
    for (const path of [...WORKFLOWS, 'action.yml'])
      for (const script of read(path).match(/^ +(?:- )?run: (?:\|\n(?: {8,}.*\n|\n)+|.*)/gm) ?? [])
        assert.doesNotMatch(script, /\$\{\{/, path);
  });

  it('tests on each system with the oldest Node and a newer one', () => {
    const { matrix } = workflowAt('ci').jobs['test']?.strategy ?? { matrix: {} };
    assert.deepEqual(matrix['os'], ['ubuntu-latest', 'macos-latest', 'windows-latest']);
    const { engines }: { engines: { node: string } } = JSON.parse(read('package.json'));
    assert.ok(matrix['node']?.map(String).includes(engines.node.replace('>=', '')));
  });

  it('tests in parallel jobs what is tested in turn elsewhere', () => {
    const { matrix } = workflowAt('ci').jobs['test']?.strategy ?? { matrix: {} };
    const rest = /^const REST = \[(.*)\];$/m.exec(read('scripts/test.js'))?.[1] ?? '';
    assert.deepEqual(
      matrix['rings']?.flatMap((rings) => String(rings).split(' ')),
      ['quick', ...rest.replaceAll(/[' ]/g, '').split(',')],
    );
  });

  it('publishes a tag to npm without a token, and to the two markets', () => {
    const { on, jobs } = workflowAt('release');
    assert.deepEqual(on, { push: { tags: ['v*'] } });
    const { publish } = jobs;
    assert.deepEqual(publish?.permissions, { contents: 'write', 'id-token': 'write' });
    const lines = publish?.steps.map(({ run = '' }) => run).join('\n') ?? '';
    assert.match(lines, /npm publish \S+ --provenance/);
    assert.match(lines, /vsce publish --packagePath/);
    assert.match(lines, /ovsx publish --packagePath/);
    assert.deepEqual(read('.github/workflows/release.yml').match(/secrets\.\w+/g), [
      'secrets.VSCE_PAT',
      'secrets.OVSX_PAT',
    ]);
  });

  it('is an action that runs the package of this version, each step in bash', () => {
    const action = parse(read('action.yml'));
    assert.equal(action.runs.using, 'composite');
    assert.equal(action.inputs.version.default, manifest.version);
    for (const step of action.runs.steps) assert.ok(step.uses !== undefined || step.shell === 'bash');
    const name = manifest.repository.url.replace(/^.*github\.com\/|\.git$/g, '');
    const used = read('docs/ci.md').match(/(?<=uses: )(?!actions\/).*/g) ?? [];
    assert.deepEqual([...new Set(used)], [`${name}@v${manifest.version}`]);
    for (const [input, { description }] of Object.entries<{ description: string }>(action.inputs))
      assert.ok(description, input);
  });

  it('asks whoever reports something for a small brief and the version', () => {
    assert.equal(FORMS.length, 3);
    for (const path of FORMS) {
      const { name, description, body }: { name: string; description: string; body: readonly Field[] } = parse(
        read(path),
      );
      assert.ok(name && description, path);
      const ids = body.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, path);
      for (const { type, attributes } of body) assert.ok(/^(?:input|textarea)$/.test(type) && attributes.label, path);
      assert.match(body.find(({ id }) => id === 'version')?.attributes.description ?? '', /`brief --version`/, path);
      assert.match(body.find(({ id }) => id === 'brief')?.attributes.label ?? '', /small brief/, path);
    }
    const address = manifest.repository.url.replace(/^git\+|\.git$/g, '');
    const { contact_links: links } = parse(read('.github/ISSUE_TEMPLATE/config.yml'));
    assert.equal(links[0].url, `${address}/security/advisories/new`);
  });

  it('has no mistake that actionlint finds', function () {
    const { error, stdout } = spawnSync('actionlint', WORKFLOWS, { encoding: 'utf8' });
    if (error) this.skip();
    assert.equal(stdout, '');
  });
});
