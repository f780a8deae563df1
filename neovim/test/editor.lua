-- SPDX-License-Identifier: EPL-2.0
-- What a user of Neovim does, and what the buffers hold after it. Ends Neovim with 1 if not.

-- far more than anything takes; it only ends what would wait for ever
local LONG = 120000

local function open(name)
  vim.cmd('edit ' .. vim.env.DESIGNS .. '/' .. name)
  return vim.api.nvim_get_current_buf()
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

-- the server has worked off what was sent, and Neovim has taken what it published
local function idle()
  assert(vim.wait(LONG, function() return #vim.lsp.get_active_clients() > 0 end, 20), 'no server')
  local client = vim.lsp.get_active_clients()[1]
  assert(client.request_sync('infra/idle', {}, LONG), 'the server does not answer')
end

local function caret(buffer, piece)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = line:find(piece, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { i, at - 1 })
      return
    end
  end
  error('no ' .. piece)
end

local function eventually(what, holds)
  assert(vim.wait(LONG, holds, 20), what)
end

local tests = {}

function tests.diagnostics()
  local buffer = open('broken.infra')
  idle()
  eventually('findings in the buffer', function()
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if d.code == 'rack-power-over-budget' or d.user_data and d.user_data.lsp.code == 'rack-power-over-budget' then
        return d.message:find('above its budget', 1, true) ~= nil
      end
    end
    return false
  end)
end

function tests.code_action()
  local buffer = open('broken.infra')
  idle()
  caret(buffer, 'budget:')
  vim.cmd('normal! 8l')
  local before = text(buffer)
  local offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      table.insert(offered, options.format_item and options.format_item(item) or '')
    end
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  eventually('a fix in the buffer', function() return text(buffer) ~= before end)
  assert(#offered > 0, 'fixes to choose from')
  assert(not text(buffer):find('budget: 34 kW', 1, true), 'another budget')
  vim.cmd('edit!')
end

function tests.completion()
  local buffer = open('design.infra')
  idle()
  vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { '  nodes: 4 x ' })
  vim.api.nvim_win_set_cursor(0, { 6, 13 })
  local position = vim.lsp.util.make_position_params()
  position.position.character = 13
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/completion', position, LONG)
  local _, answer = next(answers)
  local words = {}
  for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(answer.result, '')) do
    words[item.word] = true
  end
  assert(words.Box, 'Box among the proposals')
  vim.cmd('edit!')
end

function tests.rename_over_files()
  local design = open('design.infra')
  local parts = open('parts.infra')
  idle()
  caret(parts, 'Box')
  vim.lsp.buf.rename('Crate')
  eventually('both files', function()
    return text(parts):find('node Crate', 1, true) and text(design):find('4 x Crate', 1, true)
  end)
end

function tests.formatting()
  local buffer = open('design.infra')
  caret(buffer, 'power')
  assert(text(buffer):find('power {   budget', 1, true))
  vim.lsp.buf.formatting_sync(nil, LONG)
  assert(text(buffer):find('power { budget', 1, true), text(buffer))
end

local failed = false
for _, name in ipairs({ 'diagnostics', 'code_action', 'completion', 'rename_over_files', 'formatting' }) do
  local ok, why = pcall(tests[name])
  print('editors: neovim ' .. name .. (ok and '' or ': ' .. tostring(why)) .. '\n')
  failed = failed or not ok
end
vim.cmd(failed and 'cquit 1' or 'qall!')
