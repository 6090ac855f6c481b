import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const BRIEF = '# Supply\n\n- China mined 69% of all rare earths in 2024 [9].\n';

/** Waits for the diagnostics of the file, and prints what matters as JSON. */
const REPORT = `
local function report()
  vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  local codes = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do table.insert(codes, diagnostic.code) end
  local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)({ name = 'brief' })
  io.stdout:write(vim.json.encode({ filetype = vim.bo.filetype, codes = codes, clients = #clients }))
  vim.cmd('qall!')
end
vim.schedule(report)
`;

describe('The set-up for Neovim in docs/editors.md', function () {
  this.timeout(60_000);
  const { status, stdout } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  const isNew = Number(major) > 0 || Number(minor) >= 11;
  const [fileTypes = '', ofNew = '', ofOld = ''] = blocksOf('Neovim');

  it('has a part for all versions, one for new and one for old ones', () => {
    assert.match(fileTypes, /vim\.filetype\.add/);
    assert.match(ofNew, /vim\.lsp\.enable/);
    assert.match(ofOld, /vim\.lsp\.start/);
  });

  const folder = mkdtempSync(join(tmpdir(), 'research-briefs-neovim-'));
  before(() => {
    mkdirSync(join(folder, 'bin'));
    symlinkSync(resolve('dist/cli.js'), join(folder, 'bin/brief'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of ['supply.brief', 'supply.brief.md']) {
    for (const [versions, block] of [
      ['0.11 and later', ofNew],
      ['before 0.11', ofOld],
    ] as const) {
      it(`checks ${name}, as it is written for ${versions}`, function () {
        if (status !== 0) {
          console.log('      Left out: no Neovim is installed.');
          return this.skip();
        }
        if (block === ofNew && !isNew) {
          console.log(`      Left out: Neovim ${major}.${minor} is older.`);
          return this.skip();
        }
        const { PATH = '' } = process.env;
        writeFileSync(join(folder, name), BRIEF);
        writeFileSync(join(folder, 'init.lua'), `${fileTypes}\n${block}`);
        writeFileSync(join(folder, 'report.lua'), REPORT);
        const { stdout: printed, stderr } = spawnSync(
          'nvim',
          ['--headless', '-n', '-u', 'init.lua', name, '-c', 'luafile report.lua'],
          {
            cwd: folder,
            encoding: 'utf8',
            timeout: 50_000,
            env: {
              ...process.env,
              PATH: join(folder, 'bin') + delimiter + PATH,
              XDG_STATE_HOME: folder,
            },
          },
        );
        assert.match(printed, /^\{.*\}$/, stderr);
        assert.deepEqual(JSON.parse(printed), { filetype: 'brief', codes: ['citation/unknown-source'], clients: 1 });
      });
    }
  }
});

/** The blocks of Lua in a section of the page, in their order. */
function blocksOf(heading: string): string[] {
  const page = readFileSync('docs/editors.md', 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
}
