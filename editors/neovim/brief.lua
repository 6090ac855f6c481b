-- Research Briefs in Neovim, from 0.9 on. Copy this file into ~/.config/nvim/plugin/.

vim.filetype.add({
  extension = { brief = 'brief' },
  pattern = { ['.*%.brief%.md'] = { 'brief', { priority = 10 } } },
})
-- The colours of Markdown.
vim.treesitter.language.register('markdown', 'brief')

local server = {
  name = 'brief',
  cmd = { 'brief', 'lsp', '--stdio' },
  filetypes = { 'brief' },
  root_markers = { 'brief.config.yaml', '.git' },
  -- settings = { brief = { rules = { ['citation/order'] = 'off' } } },
}

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'brief',
  callback = function(event)
    vim.opt_local.wrap = true
    vim.opt_local.linebreak = true
    vim.opt_local.commentstring = '<!-- %s -->'
    if vim.lsp.config then return end
    -- Before 0.11, a file type starts its server by itself.
    local file = vim.api.nvim_buf_get_name(event.buf)
    local marker = vim.fs.find(server.root_markers, { upward = true, path = vim.fs.dirname(file) })[1]
    vim.lsp.start(vim.tbl_extend('force', server, { root_dir = vim.fs.dirname(marker or file) }))
  end,
})

if vim.lsp.config then
  vim.lsp.config('brief', server)
  vim.lsp.enable('brief')
end
