import type { Finding } from '../../finding/finding.ts'

/**
 * The findings of a check that looks at one thing after the other. Of ten thousand things few say anything: none gets a
 * list of its own, and `forEach` makes nothing for each, as the iterator of a loop does where it runs once a sheet.
 */
export function foundIn<T>(things: readonly T[], look: (thing: T) => Finding | undefined): readonly Finding[] {
  const found: Finding[] = []
  things.forEach((thing) => {
    const finding = look(thing)
    if (finding) found.push(finding)
  })
  return found
}
