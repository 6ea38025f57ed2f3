-- Asks for the same thing over and over, on behalf of many users.
dofile(os.getenv("BENCH_LUA") .. "/requests.lua")

function init(args)
  math.randomseed(os.time() + number * 7919)
end

function request()
  return wrk.format("GET", nil, { ["Authorization"] = any_token() })
end
