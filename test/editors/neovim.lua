-- One session of Neovim's own language client, without a screen; each answer is a line of JSON in the file named last.
local program, node, root, out = unpack(vim.fn.split(vim.env.ZIPING_SESSION, '\n'))
local result = {}

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(result) }, out)
  vim.cmd('qall!')
end

local function settle(until_so, what)
  if not vim.wait(120000, until_so, 20) then
    result.late = what
    finish()
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/report/01-领导.md'))
local buffer = vim.api.nvim_get_current_buf()
local config = { name = 'ziping', cmd = { node, program, 'lsp', '--stdio' }, root_dir = root }
local id = vim.lsp.start and vim.lsp.start(config) or vim.lsp.start_client(config)
vim.lsp.buf_attach_client(buffer, id)
settle(function() return #vim.lsp.buf_get_clients(buffer) > 0 end, 'start')

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 120000)
  local answer = answers and answers[id]
  return answer and answer.result
end

local function find(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then return number, at end
  end
end

local function stand_at(text, behind)
  local number, at = find(text)
  vim.api.nvim_win_set_cursor(0, { number, at - 1 + behind })
  return number
end

-- Findings on text that nobody saved.
local number = find('## 1.2')
vim.api.nvim_buf_set_lines(buffer, number - 1, number - 1, false, { '高层以身作则，，带头改进。', '' })
local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do found[one.code or one.user_data.lsp.code] = one.lnum end
  return found
end
settle(function() return codes().typography ~= nil end, 'diagnostics')
result.diagnostics = { line = codes().typography, expected = number - 1 }

-- The quick fix, applied to the buffer as the editor does it.
stand_at('，，', 0)
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {}, only = { 'quickfix' } }
for _, action in ipairs(ask('textDocument/codeAction', params) or {}) do
  if action.isPreferred then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
end
result.fixed = vim.api.nvim_buf_get_lines(buffer, number - 1, number, false)[1]
settle(function() return codes().typography == nil end, 'fixed')

stand_at('1.1 高层领导的作用', 3)
result.hover = ask('textDocument/hover', vim.lsp.util.make_position_params()).contents.value

vim.api.nvim_buf_set_lines(buffer, number - 1, number, false, { '见[表](#tbl-' })
vim.api.nvim_win_set_cursor(0, { number, #'见[表](#tbl-' - 1 })
local completion = vim.lsp.util.make_position_params()
completion.position.character = 10
result.completion = {}
for _, item in ipairs(ask('textDocument/completion', completion) or {}) do
  table.insert(result.completion, item.label)
end
vim.api.nvim_buf_set_lines(buffer, number - 1, number, false, { '' })

stand_at('](#tbl-culture)', 4)
local rename = vim.lsp.util.make_position_params()
rename.newName = 'tbl-wenhua'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
result.renamed = find('](#tbl-wenhua)') ~= nil and find('{#tbl-wenhua') ~= nil and find('tbl-culture') == nil

-- Keystroke to findings: those of the version that the keystroke made.
local times = {}
local shown = vim.lsp.handlers['textDocument/publishDiagnostics']
local told, here = 0, vim.uri_from_bufnr(buffer)
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(fault, answer, ...)
  if answer.uri == here then told = answer.version or told end
  return shown(fault, answer, ...)
end
for turn = 1, tonumber(vim.env.ZIPING_KEYSTROKES or '10') do
  -- By itself Neovim tells of changes at most every 150 ms; a Chinese word takes longer to type.
  vim.wait(200)
  local start = vim.loop.hrtime()
  vim.api.nvim_buf_set_text(buffer, number - 1, 0, number - 1, 0, { '甲' })
  local typed = vim.api.nvim_buf_get_changedtick(buffer)
  if not vim.wait(120000, function() return told >= typed end, 1) then
    result.late = 'keystroke ' .. turn
    finish()
  end
  table.insert(times, (vim.loop.hrtime() - start) / 1e6)
end
result.times = times
finish()
