const MAX_BUCKETS = 10_000

/**
 * A token bucket for each key: `burst` at once, `perSecond` after that. Counted in this isolate only: it slows a
 * runaway client down, and is no quota. A clock that is set back takes nothing away. A request that costs -1 gives one back.
 */
export function rateLimit(
  burst: number,
  perSecond: number,
): (key: string, now: number, cost?: 1 | -1) => { ok: true } | { ok: false; seconds: number } {
  const buckets = new Map<string, { left: number; at: number }>()
  return (key, now, cost = 1) => {
    // Forgetting all of them lets a few requests more pass; a map that grows for ever ends the isolate.
    if (buckets.size > MAX_BUCKETS) buckets.clear()
    const bucket = buckets.get(key) ?? { left: burst, at: now }
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    buckets.set(key, { left: left >= cost ? Math.min(burst, left - cost) : left, at: now })
    return left >= 1 ? { ok: true } : { ok: false, seconds: Math.max(1, Math.ceil((1 - left) / perSecond)) }
  }
}
