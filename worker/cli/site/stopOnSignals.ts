import type { Site } from './serveSite.ts'

/** Ctrl+C, a termination, or the death of the npm that started us: the server goes too, instead of holding the port. */
export function stopOnSignals(site: Site): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void site.stop())
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void site.stop(), 1_000).unref()
}
