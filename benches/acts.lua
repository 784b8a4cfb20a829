-- Acts for wrk: each request is one act on another case, with a form of its own.
-- Environment: SESSIONS (a file with a cookie, a tab and its form token on each line), YEAR, LAST (the newest
-- case's figures), CASES, WHAT (message or exhibit), ORIGIN. The sessions take turns: one session for all would
-- make every act wait for the note that the act before left for its next page.

local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

local year, origin = os.getenv("YEAR"), os.getenv("ORIGIN")
local sessions = {}
for line in io.lines(os.getenv("SESSIONS")) do
  local cookie, csrf = line:match("^(.-)\t(.*)$")
  table.insert(sessions, { cookie = cookie, csrf = csrf })
end
local last, cases, what = tonumber(os.getenv("LAST")), tonumber(os.getenv("CASES")), os.getenv("WHAT")
local count = 0
local edge = "----edge"
local filler = string.rep("receiving note 0123456789 ", 2500)

function init()
  -- wrk runs this once a thread; forms of two runs must differ.
  math.randomseed(os.time() * 7 + id * 131)
  run = string.format("%08x%02x", math.random(0, 0x7fffffff), id)
end

local function part(name, value)
  return "--" .. edge .. "\r\nContent-Disposition: form-data; name=\"" .. name .. "\"\r\n\r\n" .. value .. "\r\n"
end

function request()
  count = count + 1
  local number = string.format("IP-%s-%06d", year, last - (count * 2 + id) % cases)
  local session = sessions[(count * 2 + id) % #sessions + 1]
  local csrf, cookie = session.csrf, session.cookie
  local form = run .. string.format("%022x", count)
  if what == "message" then
    local body = "csrf=" .. csrf .. "&form=" .. form .. "&do=send&audience=everyone&text=Please+send+the+invoice."
    return wrk.format("POST", "/cases/" .. number .. "/messages/new",
      { ["Content-Type"] = "application/x-www-form-urlencoded", ["Origin"] = origin, ["Cookie"] = cookie }, body)
  end
  local body = part("csrf", csrf) .. part("form", form) .. part("kind", "receiving-note") .. part("claim", "")
    .. part("description", "Goods received") .. part("do", "file")
    .. "--" .. edge .. "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"note.txt\"\r\n"
    .. "Content-Type: text/plain\r\n\r\n" .. form .. "\n" .. filler .. "\r\n--" .. edge .. "--\r\n"
  return wrk.format("POST", "/cases/" .. number .. "/evidence/new",
    { ["Content-Type"] = "multipart/form-data; boundary=" .. edge, ["Origin"] = origin, ["Cookie"] = cookie }, body)
end

local failed = 0
function response(status)
  -- An act that is recorded answers with the way to the next page.
  if status ~= 303 then
    failed = failed + 1
    refused = failed
  end
end

local all = {}
local setup_one = setup
function setup(thread)
  setup_one(thread)
  table.insert(all, thread)
end

function done()
  local sum = 0
  for _, thread in ipairs(all) do sum = sum + (thread:get("refused") or 0) end
  if sum > 0 then io.write(string.format("%d acts were not recorded\n", sum)) end
end
