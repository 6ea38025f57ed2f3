-- Settles a little of what contacts owe, who are not asked, so that each is posted at once.
dofile(os.getenv("BENCH_LUA") .. "/requests.lua")

local run = os.getenv("BENCH_RUN")
local contacts = tonumber(os.getenv("BENCH_CONTACTS"))
local count = 0

function init(args)
  math.randomseed(os.time() + number * 7919)
end

function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = any_token(),
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. count,
  }, string.format('{"counterparty":{"contactName":"Contact %d"},"amount":"0.01","currency":"PKR"}', math.random(contacts)))
end
