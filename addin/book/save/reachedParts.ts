import type { PackageDraft } from './packageDraft.ts'

/** The parts of a file that one comes to from its beginning, by what relates to what. */
export function reachedParts(files: PackageDraft): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = ['']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { target } of files.relationsOf(path)) {
      if (reached.has(target)) continue
      reached.add(target)
      waiting.push(target)
    }
  }
  return reached
}

/** Removes the parts that nothing leads to any more: what stood on a sheet that is gone. Those that nothing led to before stay. */
export function dropUnreached(files: PackageDraft, before: ReadonlySet<string>): void {
  if (!files.isChanged) return
  const now = reachedParts(files)
  for (const path of before) if (!now.has(path) && files.has(path)) files.remove(path)
}
