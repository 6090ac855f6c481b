/** How large the packages are that people fetch, and how long what is in them takes to start. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { unzipSync } from 'fflate';
import { loadedWith } from '../project/loaded';
import { activationOf } from './activation';
import { median } from './measure';

const STARTS = 9;
/** An `npx` takes long, whatever it runs. */
const FEW_STARTS = 5;

/**
 * @param print takes the lines of the report
 * @param mcpb the bundle for assistants
 */
export async function benchPackages(print: (line: string) => void, mcpb: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'brief-bench-'));
  try {
    print('packages, and a start of what is in them');
    benchExtension(print, join(folder, 'vsix'));
    benchNpm(print, join(folder, 'npm'));
    await benchAssistants(print, mcpb, join(folder, 'mcpb'));
    benchObsidian(print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchExtension(print: (line: string) => void, folder: string): void {
  mkdirSync(folder);
  const path = join(folder, 'research-briefs.vsix');
  run('.', process.execPath, 'node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', path);
  const files = unpack(readFileSync(path), folder);
  const { loaded, run: activated } = activationOf(join(folder, 'extension/dist/extension.js'), folder, STARTS);
  print(`  VSIX: ${size(statSync(path).size)}, ${files} files; ${ms(loaded + activated)} to activate`);
}

function benchNpm(print: (line: string) => void, folder: string): void {
  mkdirSync(folder);
  run('.', 'npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  run(project, 'npm', 'install', '--offline', `../${packed}`);
  const installed = join(project, 'node_modules/research-briefs');
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const npx = medianOf(FEW_STARTS, () => run(project, 'npx', '--offline', 'brief', '--version'));
  const cli = medianOf(STARTS, () => run(project, process.execPath, join(installed, 'dist/cli.js'), '--version'));
  const shown = `${ms(npx)} for \`npx brief --version\`, of which ${ms(cli)} without npx`;
  print(`  npm package: ${size(statSync(join(folder, packed)).size)}, ${files.length} files; ${shown}`);
  const importing = `const begun = performance.now(); await import('research-briefs/engine'); console.log(performance.now() - begun);`;
  const times = Array.from({ length: STARTS }, () =>
    Number(run(project, process.execPath, '--input-type=module', '-e', importing)),
  );
  const bytes = loadedWith('src/engine/index.ts').reduce((sum, part) => sum + statSync(part).size, 0);
  print(`  engine: ${size(bytes)} of it; ${ms(median(times))} to import`);
}

async function benchAssistants(print: (line: string) => void, mcpb: Uint8Array, folder: string): Promise<void> {
  mkdirSync(folder);
  const files = unpack(mcpb, folder);
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const begun = performance.now();
    const args = [join(folder, 'dist/cli.js'), 'mcp', resolve('samples')];
    const client = new Client({ name: 'bench', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
    await client.listTools();
    times.push(performance.now() - begun);
    await client.close();
  }
  print(`  MCP bundle: ${size(mcpb.length)}, ${files} files; ${ms(median(times))} to its list of tools`);
}

function benchObsidian(print: (line: string) => void): void {
  run('.', process.execPath, 'esbuild.js', '--obsidian');
  const folder = 'dist/obsidian';
  const names = readdirSync(folder);
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  print(`  Obsidian plugin: ${size(bytes)}, ${names.length} files`);
}

/** @returns how many files there are */
function unpack(archive: Uint8Array, folder: string): number {
  const files = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return files.length;
}

function run(cwd: string, program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

function medianOf(times: number, what: () => unknown): number {
  return median(
    Array.from({ length: times }, () => {
      const begun = performance.now();
      what();
      return performance.now() - begun;
    }),
  );
}

const size = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
const ms = (time: number) => `${time.toFixed(0)} ms`;
