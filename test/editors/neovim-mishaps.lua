-- A session of Neovim in which things go wrong: ziping.yaml is half-typed, then the server is killed.
local program, node, root, out = unpack(vim.fn.split(vim.env.ZIPING_SESSION, '\n'))
local result = {}

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(result) }, out)
  vim.cmd('qall!')
end

local function settle(until_so, what)
  if not vim.wait(200000, until_so, 20) then
    result.late = what
    finish()
  end
end

vim.o.hidden = true
vim.o.swapfile = false
local config = { name = 'ziping', cmd = { node, program, 'lsp', '--stdio' }, root_dir = root }
local client

local function open(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. file))
  return vim.api.nvim_get_current_buf()
end

local settings = open('ziping.yaml')
local chapter = open('report/01-领导.md')

local function start()
  client = vim.lsp.start_client(config)
  for _, buffer in ipairs({ settings, chapter }) do vim.lsp.buf_attach_client(buffer, client) end
  settle(function()
    local one = vim.lsp.get_client_by_id(client)
    return one ~= nil and one.initialized == true
  end, 'start')
end

local function has(buffer, code)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if (one.code or one.user_data.lsp.code) == code then return true end
  end
  return false
end

local function errors(buffer)
  return #vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
end

local function hover()
  local asked = { textDocument = { uri = vim.uri_from_bufnr(chapter) }, position = { line = result.heading, character = 4 } }
  local answers = vim.lsp.buf_request_sync(chapter, 'textDocument/hover', asked, 200000)
  local answer = answers and answers[client] and answers[client].result
  return answer and answer.contents.value or vim.inspect(answers)
end

for number, line in ipairs(vim.api.nvim_buf_get_lines(chapter, 0, -1, false)) do
  if line:find('1.1 高层领导的作用', 1, true) then result.heading = number - 1 end
end
start()
-- Findings on text that nobody saved.
vim.api.nvim_buf_set_lines(chapter, result.heading + 1, result.heading + 1, false, { '', '高层以身作则，，带头改进。', '' })
settle(function() return has(chapter, 'typography') end, 'first findings')

-- A line of ziping.yaml as it stands while somebody types it.
local saved = vim.api.nvim_buf_get_lines(settings, 0, -1, false)
result.broken = {}
for _, text in ipairs({ 'award: [', 'award: no-such-award', 'rules: {', '' }) do
  vim.api.nvim_buf_set_lines(settings, 0, -1, false, { text })
  settle(function() return errors(settings) > 0 end, 'broken ' .. text)
  table.insert(result.broken, vim.diagnostic.get(settings)[1].message)
  result.asked = hover()
  vim.api.nvim_buf_set_lines(settings, 0, -1, false, saved)
  settle(function() return errors(settings) == 0 and has(chapter, 'typography') end, 'mended ' .. text)
end
result.hover = hover()

-- Killed and started again; typed after that, and the second time before it. (A buffer that was changed while no server
-- ran is heard of by Neovim 0.7 once more, when the next is told of it: so that comes last.)
local function killed(typed_before, typed_after)
  vim.loop.kill(vim.lsp.get_client_by_id(client).rpc.pid, 'sigkill')
  settle(function() return vim.lsp.get_client_by_id(client) == nil end, 'killed')
  -- What the dead one has shown is no answer of the next.
  vim.diagnostic.reset()
  if typed_before then vim.api.nvim_buf_set_lines(chapter, -1, -1, false, { '', typed_before }) end
  start()
  if typed_after then vim.api.nvim_buf_set_lines(chapter, -1, -1, false, { '', typed_after }) end
  local wanted = typed_before and 2 or 1
  settle(function()
    local found = 0
    for _, one in ipairs(vim.diagnostic.get(chapter)) do
      if one.message:find('tbl-none', 1, true) then found = found + 1 end
    end
    return found == wanted and has(chapter, 'typography')
  end, 'started again, ' .. wanted)
end
killed(nil, '见[表](#tbl-none-after)。')
killed('见[表](#tbl-none-before)。', nil)
result.hoverAfter = hover()
local answers = vim.lsp.buf_request_sync(chapter, 'ziping/held', { textDocument = { uri = vim.uri_from_bufnr(chapter) } }, 200000)
result.held = answers[client].result.text
result.text = table.concat(vim.api.nvim_buf_get_lines(chapter, 0, -1, false), '\n') .. '\n'
finish()
