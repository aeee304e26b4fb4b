const LONGEST_NAME = 31

/** Names that Excel takes: without []:*?/\, at most 31 characters, each once. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return wanted.map((name) => {
    const allowed =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .trim()
        .slice(0, LONGEST_NAME) || 'Sheet'
    let own = allowed
    for (let n = 2; used.has(own.toLowerCase()); n++) own = `${allowed.slice(0, LONGEST_NAME - ` (${n})`.length)} (${n})`
    used.add(own.toLowerCase())
    return own
  })
}
