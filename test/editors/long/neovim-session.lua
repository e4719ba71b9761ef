-- An hour of work in Neovim, without its pauses: thousands of random edits, each answered before the next; what was
-- seen is written as JSON to the file named last.
local program, node, root, out = unpack(vim.fn.split(vim.env.ZIPING_SESSION, '\n'))
local edits = tonumber(vim.env.ZIPING_EDITS or '5000')
local files = vim.fn.split(vim.env.ZIPING_FILES, '\n')
local result = { edits = 0, times = {}, completions = {}, memory = {}, counts = {} }
math.randomseed(20200814)

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(result) }, out)
  vim.cmd('qall!')
end

local function settle(until_so, what)
  if not vim.wait(300000, until_so, 1) then
    result.late = what
    finish()
  end
end

local shown, versions = {}, {}
local usual = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(fault, answer, ...)
  shown[answer.uri] = answer.diagnostics
  versions[answer.uri] = answer.version or versions[answer.uri]
  return usual(fault, answer, ...)
end

vim.o.hidden = true
vim.o.swapfile = false
vim.o.undolevels = 200
local config = {
  name = 'ziping',
  cmd = { node, program, 'lsp', '--stdio' },
  root_dir = root,
  flags = { debounce_text_changes = 0 },
}
local id
local buffers = {}
for _, file in ipairs(files) do
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. file))
  local buffer = vim.api.nvim_get_current_buf()
  id = id or (vim.lsp.start_client or vim.lsp.start)(config)
  vim.lsp.buf_attach_client(buffer, id)
  table.insert(buffers, { number = buffer, file = file, uri = vim.uri_from_bufnr(buffer), started = vim.api.nvim_buf_line_count(buffer), data = file:match('%.yaml$') ~= nil })
end
local client
settle(function()
  client = vim.lsp.get_client_by_id(id)
  return client and client.initialized
end, 'start')
settle(function() return versions[buffers[#buffers].uri] ~= nil end, 'first findings')

local function pick(list) return list[math.random(#list)] end

local function lines_of(buffer) return vim.api.nvim_buf_line_count(buffer) end

-- A place between two characters, in bytes.
local function place_in(buffer)
  local line = math.random(lines_of(buffer)) - 1
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] or ''
  local characters = vim.fn.strchars(text)
  local at = characters == 0 and 0 or math.random(0, characters)
  return line, vim.fn.byteidx(text, at), text
end

local typed = {
  '顾客', '公司', '质量', '，', '。', '，，', '2019', '12.5%', '103480万元', '😀', '𠀀', '**', '“', '”', 'ISO9001', '待补充',
  '（', '[证](#iso9001)', '[表](#tbl-', '[](#none)', ':指标[revenue.2019]', ':指标[', '{#tbl-new}', '<br>', '|', '`',
  '显著成效', '国内领先', '连续三年增长', '登陆', '客户满意度', '<!-- ', ' -->',
}
local pieces = {
  { '', '表：新的指标 {#tbl-new}', '', '| 项目 | 2018 | 2019 |', '|---|---|---|', '| 收入（万元） | 1 | 2 |', '' },
  { '', '::指标表[成绩]{指标="revenue"}', '' },
  { '', '::图表[收入]{指标=revenue 类型=折线}', '' },
  { '', ':::亮点[题]', '公司推行全员改进。', ':::', '' },
  { '', '## 1.2 组织治理', '', '董事会每季度听取质量汇报。', '' },
  { '', '### a) 新的要求', '' },
  { '', '<!-- ziping-忽略 sentence-long: 引用原话 -->', '' },
  { '', '- 第一条', '- 第二条', '' },
  { '', '```mermaid', 'graph LR', 'A-->B', '```', '' },
  { '', '' },
  { '| 甲 | 乙 |' },
}
local keys = { '  note: 说明', '# 一句话', '', 'neu: { name: 新指标, unit: 件, values: { 2018: 3, 2019: 4 } }', '  unit: 万元' }

local function insert(one)
  local line, at = place_in(one.number)
  vim.api.nvim_buf_set_text(one.number, line, at, line, at, { one.data and tostring(math.random(9)) or pick(typed) })
end

local function delete(one)
  local line, at, text = place_in(one.number)
  local rest = text:sub(at + 1)
  local stop = at + vim.fn.byteidx(rest, math.min(vim.fn.strchars(rest), math.random(8)))
  vim.api.nvim_buf_set_text(one.number, line, at, line, stop, {})
end

local function delete_lines(one)
  local line = math.random(lines_of(one.number)) - 1
  vim.api.nvim_buf_set_lines(one.number, line, math.min(line + math.random(3), lines_of(one.number)), false, {})
end

local function paste(one)
  local from = pick(buffers)
  if from.data ~= one.data then from = one end
  local line = math.random(lines_of(from.number)) - 1
  local copied = vim.api.nvim_buf_get_lines(from.number, line, line + math.random(4), false)
  local to = math.random(lines_of(one.number))
  vim.api.nvim_buf_set_lines(one.number, to, to, false, copied)
end

local function add_lines(one)
  local to = math.random(lines_of(one.number))
  vim.api.nvim_buf_set_lines(one.number, to, to, false, one.data and { pick(keys) } or pick(pieces))
end

local function split_line(one)
  local line, at = place_in(one.number)
  vim.api.nvim_buf_set_text(one.number, line, at, line, at, { '', '' })
end

local function join(one)
  local line = math.random(lines_of(one.number))
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.cmd('silent! normal! J')
end

local function undo() vim.cmd('silent! undo') end
local function redo() vim.cmd('silent! redo') end

local ways = {
  { 'insert', insert, 40 }, { 'delete', delete, 15 }, { 'new line', split_line, 6 }, { 'join', join, 4 },
  { 'paste', paste, 6 }, { 'add', add_lines, 8 }, { 'delete lines', delete_lines, 7 }, { 'undo', undo, 10 }, { 'redo', redo, 4 },
}
local function way()
  local at = math.random(100)
  for _, one in ipairs(ways) do
    at = at - one[3]
    if at <= 0 then return one end
  end
  return ways[1]
end

-- Back to how the file was saved, by the editor's own undo where it reaches so far, else by putting the text back.
local function restore(one)
  vim.api.nvim_buf_set_lines(one.number, 0, -1, false, vim.fn.readfile(root .. '/' .. one.file))
end

local function memory()
  for _, line in ipairs(vim.fn.readfile('/proc/' .. client.rpc.pid .. '/status')) do
    local kilobytes = line:match('^VmRSS:%s+(%d+)')
    if kilobytes then return tonumber(kilobytes) end
  end
end

local chapters = vim.tbl_filter(function(one) return not one.data end, buffers)
local data = vim.tbl_filter(function(one) return one.data end, buffers)
local damaged, mend_at

for turn = 1, edits do
  -- Data that nobody can read any more would hide the rest of the report: it is mended a few edits later.
  local one = (damaged == nil and math.random(20) == 1) and pick(data) or pick(chapters)
  vim.api.nvim_set_current_buf(one.number)
  local chosen = way()
  if lines_of(one.number) > one.started * 1.3 + 20 then chosen = ways[7] end
  if lines_of(one.number) < one.started * 0.6 then chosen = { 'restore', restore } end
  if damaged and turn >= mend_at then
    one, chosen, damaged = damaged, { 'restore', restore }, nil
  elseif one.data then
    damaged, mend_at = one, turn + math.random(8)
  end
  local before = vim.api.nvim_buf_get_changedtick(one.number)
  local start = vim.loop.hrtime()
  chosen[2](one)
  if vim.api.nvim_buf_get_changedtick(one.number) ~= before then
    local wanted = vim.lsp.util.buf_versions[one.number] or vim.api.nvim_buf_get_changedtick(one.number)
    settle(function() return (versions[one.uri] or 0) >= wanted end, 'edit ' .. turn .. ' ' .. chosen[1])
    table.insert(result.times, (vim.loop.hrtime() - start) / 1e6)
  end
  result.counts[chosen[1]] = (result.counts[chosen[1]] or 0) + 1
  result.edits = turn
  if turn % 20 == 0 then
    local line, at, text = place_in(one.number)
    local asked = { textDocument = { uri = one.uri }, position = { line = line, character = vim.str_utfindex and select(2, vim.str_utfindex(text, at)) or at } }
    local began = vim.loop.hrtime()
    local answers = vim.lsp.buf_request_sync(one.number, 'textDocument/completion', asked, 300000)
    if answers == nil then result.late = 'completion ' .. turn; finish() end
    table.insert(result.completions, (vim.loop.hrtime() - began) / 1e6)
    table.insert(result.memory, memory())
  end
end

for _, one in ipairs(data) do restore(one) end
result.texts, result.held, result.findings = {}, {}, {}
for _, one in ipairs(buffers) do
  local text = table.concat(vim.api.nvim_buf_get_lines(one.number, 0, -1, false), '\n') .. '\n'
  local answers = vim.lsp.buf_request_sync(one.number, 'ziping/held', { textDocument = { uri = one.uri } }, 300000)
  result.texts[one.file] = text
  result.held[one.file] = answers and answers[id] and answers[id].result.text
  -- Answered when everything is judged.
  vim.lsp.buf_request_sync(one.number, 'ziping/status', { textDocument = { uri = one.uri }, position = { line = 0, character = 0 } }, 300000)
end
local settled = false
vim.defer_fn(function() settled = true end, 500)
settle(function() return settled end, 'end')
for uri, found in pairs(shown) do
  if #found > 0 then table.insert(result.findings, { uri = uri, found = found }) end
end
finish()
