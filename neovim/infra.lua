-- SPDX-License-Identifier: EPL-2.0
-- Araverus Infra in Neovim 0.7 or newer: `:luafile infra.lua`, or from the init.lua.
-- $INFRA_JAR names the infra.jar, $JAVA the java that starts it.

-- vim.filetype.add works from 0.8 on without a switch
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = '*.infra',
  nested = true,
  callback = function(event) vim.bo[event.buf].filetype = 'infra' end,
})

local jar = vim.env.INFRA_JAR or 'infra.jar'
local java = vim.env.JAVA or 'java'

-- one server for all files below a folder; a project file marks it, else it is the file's own
local function root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local project = vim.fn.findfile('project.infra', folder .. ';')
  return project ~= '' and vim.fn.fnamemodify(project, ':p:h') or folder
end

local clients = {}

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'infra',
  callback = function(event)
    local folder = root(event.file)
    clients[folder] = clients[folder]
      or vim.lsp.start_client({
        name = 'infra',
        cmd = { java, '-jar', jar, 'lsp' },
        root_dir = folder,
        workspace_folders = { { uri = vim.uri_from_fname(folder), name = folder } },
        on_exit = function() clients[folder] = nil end,
      })
    vim.lsp.buf_attach_client(event.buf, clients[folder])
    vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
    vim.bo[event.buf].commentstring = '// %s'
  end,
})
