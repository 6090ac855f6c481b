import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cMapsIn } from '../../src/pdf/cMaps';
import { filesBelow, read } from './files';
import { filesWith } from './loaded';

const PAGE = 'docs/dependencies.md';
const NOTICES = 'dist/ThirdPartyNotices.txt';
/** What is handed on in a file of its own. */
const UNMODIFIED = 'dist/citeproc.js';
const CMAPS = 'dist/parts/cmaps';
const { UPDATE } = process.env;

interface Manifest {
  readonly files?: readonly string[];
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(read(join(folder, 'package.json')));
}

/** What the packages for npm and for VS Code hold. */
const PACKED = manifestOf('.').files ?? [];

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
}

/** Whether a version of Node is in a range as npm has it, in the forms that packages use: `^20.19.0 || >=22.12.0`. */
function takes(range: string, version: string): boolean {
  const numbersOf = (text: string) => [0, 1, 2].map((i) => Number(text.split('.')[i]) || 0);
  const compare = (a: string, b: string) => {
    const [left, right] = [numbersOf(a), numbersOf(b)];
    return left.map((n, i) => n - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  };
  const isSameMajor = (bound: string) => numbersOf(bound)[0] === numbersOf(version)[0];
  return range.split('||').some((all) =>
    [...all.matchAll(/(>=|>|<=|<|\^|~|=|)\s*v?(\*|\d+[\d.x*]*)/g)].every(([, sign, bound = '']) => {
      if (bound === '*') return true;
      if (sign === '>=') return compare(version, bound) >= 0;
      if (sign === '>') return compare(version, bound) > 0;
      if (sign === '<') return compare(version, bound) < 0;
      if (sign === '<=') return compare(version, bound) <= 0;
      return isSameMajor(bound) && compare(version, bound) >= 0;
    }),
  );
}

function lockedPackages(): readonly (readonly [folder: string, locked: Locked])[] {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
  return Object.entries(packages).filter(([folder]) => folder !== '');
}

/** The sources of packages that are in the shipped bundles, by what their source maps say. */
function bundledSources(): readonly string[] {
  const shipped = (path: string) => !path.startsWith('dist/test/');
  const maps = [
    ...filesBelow('dist', '.js', '.css')
      .filter(shipped)
      .flatMap((path) => /sourceMappingURL=data:application\/json;base64,([\w+/=]+)/.exec(read(path))?.[1] ?? [])
      .map((encoded) => Buffer.from(encoded, 'base64').toString()),
    ...filesBelow('dist', '.map').filter(shipped).map(read),
  ];
  const sources = maps.flatMap((map): string[] => JSON.parse(map).sources);
  return [...new Set(sources.flatMap((source) => /node_modules\/.*$/.exec(source)?.[0] ?? []))];
}

/** The folders of the packages that something of is in the bundles. */
function bundledPackages(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const source of bundledSources()) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0];
    // Some packages name sources in their own maps that are not in them.
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) found.add(folder);
  }
  // These are handed on as they are, without a map.
  if (existsSync(UNMODIFIED)) found.add('node_modules/citeproc');
  if (existsSync(CMAPS)) found.add('node_modules/pdfjs-dist');
  return found;
}

/** The names of the packages that bundled files of other packages say they have taken in, in their maps or in comments. */
function inlinedPackages(): ReadonlySet<string> {
  const sources = bundledSources();
  const told = sources.filter(existsSync).flatMap((path) => read(path).match(/^\/\/.*\bnode_modules\/.*/gm) ?? []);
  const nested = sources.filter((source) => /node_modules\/.*node_modules\//.test(source) && !existsSync(source));
  return new Set([...told, ...nested].flatMap((way) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(way)?.[1] ?? []));
}

/** In bytes, with all that is below. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !join(entry.parentPath, entry.name).slice(folder.length).includes('node_modules'),
    )
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function inWords(bytes: number): string {
  const kilobytes = bytes / 1000;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/** The page with every column but the reasons as the packages have it. */
function updated(page: string): string {
  return page.replace(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm, (_, name: string, why: string) => {
    const folder = `node_modules/${name}`;
    const { version, license } = manifestOf(folder);
    const isBundled = page.indexOf(`| \`${name}\``) < page.indexOf('## Tools');
    const columns = [`\`${name}\``, version, license, ...(isBundled ? [inWords(sizeOf(folder))] : []), why];
    return `| ${columns.join(' | ')} |`;
  });
}

describe('The packages that this project names', () => {
  const named = manifestOf('.').devDependencies;

  it('are each on their page, with a reason, in order, and nothing else is', () => {
    const page = read(PAGE);
    const [bundled = '', tools = ''] = page.split('## Tools');
    const namesIn = (part: string) => [...part.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
    assert.deepEqual([...namesIn(bundled), ...namesIn(tools)].sort(), Object.keys(named).sort());
    for (const part of [bundled, tools]) assert.deepEqual(namesIn(part), namesIn(part).sort());
    for (const [, why = ''] of page.matchAll(/^\| `[^`]+` \|.*\| ([^|]+) \|$/gm)) assert.match(why, /^[A-Z].*\.$/);
  });

  it('are on that page as they are installed, which npm run generate writes', () => {
    const page = read(PAGE);
    if (UPDATE === '1') writeFileSync(PAGE, updated(page));
    else assert.equal(page, updated(page));
  });

  it('are on the list of what is bundled, or on that of tools, as they are', () => {
    const [first = ''] = read(PAGE).split('## Tools');
    const listed = Object.keys(named).filter((name) => first.includes(`| \`${name}\` |`));
    const bundled = bundledPackages();
    assert.deepEqual(
      listed,
      Object.keys(named).filter((name) => bundled.has(`node_modules/${name}`)),
    );
  });

  it('are pinned to one version', () => {
    assert.equal(manifestOf('.').dependencies, undefined);
    for (const [name, version] of Object.entries(named)) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
      assert.equal(manifestOf(`node_modules/${name}`).version, version, name);
    }
  });

  it('are locked, with all that they need, by checksums', () => {
    for (const [folder, { integrity }] of lockedPackages()) assert.match(integrity ?? '', /^sha512-/, folder);
  });

  it('run, with all that they need, on the oldest Node that the README asks for, so that npm warns of none', () => {
    const [, oldest = ''] = /Node\.js (\d+\.\d+) or later/.exec(read('README.md')) ?? [];
    const old = lockedPackages().flatMap(([folder, { engines }]) =>
      engines?.node === undefined || takes(engines.node, `${oldest}.0`) ? [] : [`${folder}: ${engines.node}`],
    );
    assert.deepEqual(old, []);
    for (const range of ['>=22.12.0', '^22 || ^24 || >=26', '^20.20.0', '18.x'])
      assert.ok(!takes(range, '20.19.0'), range);
  });

  it('run nothing when they are installed', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
    // Which would want to: tools, that do without it.
    assert.deepEqual(
      lockedPackages().flatMap(([folder, { hasInstallScript }]) => (hasInstallScript ? [folder] : [])),
      ['node_modules/@vscode/vsce-sign', 'node_modules/esbuild', 'node_modules/keytar'],
    );
    const { scripts } = manifestOf('.');
    assert.deepEqual(
      Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name)),
      [],
    );
  });
});

describe('What is bundled of others', () => {
  it('is under licences that let everybody use it', () => {
    const bundled = [...bundledPackages()].filter((folder) => folder !== 'node_modules/citeproc');
    for (const folder of bundled)
      assert.match(
        manifestOf(folder).license,
        /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|Apache-2\.0|\(MPL-2\.0 OR Apache-2\.0\))$/,
        folder,
      );
  });

  it('is the processor of CSL under a licence of its own, as it is and with the text of that licence beside it', () => {
    assert.equal(manifestOf('node_modules/citeproc').license, 'CPAL-1.0 OR AGPL-1.0');
    assert.equal(read(UNMODIFIED), read('node_modules/citeproc/citeproc_commonjs.js'));
    assert.match(read('dist/citeproc.LICENSE.txt'), /^Common Public Attribution License Version 1\.0/);
    for (const path of ['*.js', '*.LICENSE.txt']) assert.ok(PACKED.includes(`dist/${path}`), path);
  });

  it('is the tables of characters of Adobe, with the text of their licence in the notices', () => {
    assert.match(read(NOTICES), /Copyright 1990-2009 Adobe Systems Incorporated/);
    const readCMap = cMapsIn(readFileSync(CMAPS));
    for (const name of ['UniGB-UCS2-H', 'GBK-EUC-H', 'UniJIS-UTF16-V', 'Adobe-GB1-UCS2'])
      assert.deepEqual(
        Buffer.from(readCMap(`${name}.bcmap`)),
        readFileSync(`node_modules/pdfjs-dist/cmaps/${name}.bcmap`),
        name,
      );
    assert.throws(() => readCMap('UniGB-UCS2-X.bcmap'), RangeError);
    assert.ok(PACKED.includes('dist/parts.pack'));
  });

  it('is the styles and locales of the CSL project, with their authors, and named in the notices', () => {
    const bundle = filesWith(/^csl\//)
      .map(read)
      .join('');
    for (const path of filesBelow('csl', '.csl', '.xml')) {
      assert.match(read(path), /creativecommons\.org\/licenses\/by-sa\/3\.0/, path);
      const people = [...read(path).matchAll(/<name>(.*?)<\/name>/g)].map(([, name = '']) => name);
      assert.ok(people.length > 0 || path.includes('locales'), path);
    }
    assert.match(bundle, /Zeping Lee/);
    assert.match(read(NOTICES), /citationstyles\.org[\s\S]*Attribution-ShareAlike 3\.0/);
  });

  it('is listed with its licence in the package', () => {
    const notices = read(NOTICES);
    assert.ok(bundledPackages().size > 50);
    for (const folder of bundledPackages()) {
      const { version, license } = manifestOf(folder);
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      assert.ok(notices.includes(`${name} ${version} (${license})\n`), folder);
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (file && existsSync(join(folder, file))) assert.ok(notices.includes(read(join(folder, file)).trim()), folder);
    }
    assert.ok(PACKED.includes('dist/ThirdPartyNotices.txt'));
  });

  it('is listed with its licence where another package has taken it into its own files', () => {
    const inlined = [...inlinedPackages()];
    for (const name of ['@cfworker/json-schema', 'content-type', 'nanoid']) assert.ok(inlined.includes(name), name);
    const notices = read(NOTICES);
    const missing = inlined.filter((name) => !new RegExp(`^${name} \\d[\\w.-]* \\(.+\\)$`, 'm').test(notices));
    assert.deepEqual(missing, []);
    assert.match(notices, /Copyright \(c\) 2015 Douglas Christopher Wilson/);
  });
});
