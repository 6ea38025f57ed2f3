-- What every script here has in common: the tokens of many users, and one line at the end that a program can read.
local tokens = {}
for line in io.lines(os.getenv("BENCH_TOKENS")) do
  tokens[#tokens + 1] = "Bearer " .. line
end

function any_token()
  return tokens[math.random(#tokens)]
end

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("RESULT requests=%d micros=%d p50=%d p99=%d max=%d refused=%d broken=%d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    e.status, e.connect + e.read + e.write + e.timeout))
end
