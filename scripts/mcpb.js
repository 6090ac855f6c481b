/** `npm run mcpb`: builds, and packs the server for assistants into `research-briefs-VERSION.mcpb`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './lib/lifetime.js';
import { packMcpb } from './lib/packMcpb.js';
import { ROOT } from './lib/root.js';

runScript(async () => {
  const build = spawnSync(process.execPath, [join(ROOT, 'esbuild.js'), '--minify'], { cwd: ROOT, stdio: 'inherit' });
  if (build.status !== 0) return 1;
  const { version } = JSON.parse(readFileSync(join(ROOT, 'mcpb/manifest.json'), 'utf8'));
  const name = `research-briefs-${version}.mcpb`;
  const bundle = packMcpb();
  writeFileSync(join(ROOT, name), bundle);
  console.log(`${name}  ${Math.round(bundle.length / 1000)} kB`);
  return 0;
});
