import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CITATION, DECLARED, type EditorFolder, editorFolder, MENDED, RENAMED, versionOf } from './drive';

/** Does what a user does, by the functions that keys are bound to, and prints what came of it as JSON. */
const SCRIPT = `
local seen = {}
local function await(what) vim.wait(20000, what, 50) end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n') .. '\\n' end
local function at(column) vim.api.nvim_win_set_cursor(0, { ${CITATION.line}, column }) end
local function here() at(${CITATION.column}) end
vim.schedule(function()
  await(function() return #vim.diagnostic.get(0) > 1 end)
  seen.filetype = vim.bo.filetype
  local function clients() return (vim.lsp.get_clients or vim.lsp.get_active_clients)({ name = 'brief' }) end
  seen.clients = #clients()
  seen.codes = vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))

  here()
  local own = vim.api.nvim_get_current_win()
  vim.lsp.buf.hover()
  await(function() return #vim.api.nvim_list_wins() > 1 end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if window ~= own then
      seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\\n')
      vim.api.nvim_win_close(window, true)
    end
  end

  here()
  vim.lsp.buf.definition()
  await(function() return vim.api.nvim_win_get_cursor(0)[1] ~= ${CITATION.line} end)
  seen.definition = vim.api.nvim_win_get_cursor(0)[1]

  at(${CITATION.repeated})
  local before = text()
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.kind == 'quickfix' and action.isPreferred end })
  await(function() return text() ~= before end)
  seen.fixed = text()

  here()
  before = text()
  vim.lsp.buf.rename('mine')
  await(function() return text() ~= before end)
  seen.renamed = text()

  -- A server that outlives the editor would write into a folder that is being removed.
  vim.lsp.stop_client(clients())
  await(function() return #clients() == 0 end)
  io.stdout:write(vim.json.encode(seen))
  vim.cmd('qall!')
end)
`;

describe('Neovim with editors/neovim/brief.lua', function () {
  this.timeout(120_000);
  let folder: EditorFolder;
  before(function () {
    if (versionOf('nvim') === null) this.skip();
    folder = editorFolder();
    folder.write('use.lua', SCRIPT);
  });
  after(() => folder?.remove());

  for (const name of ['supply.brief', 'supply.brief.md'])
    it(`shows the problems of ${name}, a source, where it is declared, a fix, and renames it`, () => {
      const { stdout, stderr } = spawnSync(
        'nvim',
        ['--headless', '-n', '-u', resolve('editors/neovim/brief.lua'), name, '-c', 'luafile use.lua'],
        { cwd: folder.path, encoding: 'utf8', timeout: 110_000, env: folder.env },
      );
      assert.match(stdout, /^\{.*\}$/, stderr);
      const { hover, codes, ...seen } = JSON.parse(stdout);
      assert.match(hover, /Ore in numbers/);
      assert.deepEqual(codes.sort(), ['citation/duplicate', 'citation/unknown-source']);
      assert.deepEqual(seen, { filetype: 'brief', clients: 1, definition: DECLARED, fixed: MENDED, renamed: RENAMED });
    });
});
