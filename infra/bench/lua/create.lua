-- Creates reminders as an app does: each with a key of its own, for one of many users, far in the future.
dofile(os.getenv("BENCH_LUA") .. "/requests.lua")

local run = os.getenv("BENCH_RUN")
local count = 0

function init(args)
  math.randomseed(os.time() + number * 7919)
end

function request()
  count = count + 1
  local day = count % 28 + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = any_token(),
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. count,
  }, string.format('{"title":"Call Ana about order %d","start":"2041-03-%02dT09:00:00","timeZone":"Asia/Karachi"}', count, day))
end
