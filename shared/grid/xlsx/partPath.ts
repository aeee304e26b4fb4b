/**
 * The path of a part ("xl/worksheets/sheet1.xml") that a relationship names by `target`, seen from the part at `from`: from
 * the root of the package, or from the folder of that part. Backslashes, "./" and %20 occur in the field.
 */
export function partPath(from: string, target: string): string {
  const wanted = decoded(target.replaceAll('\\', '/').replace(/[?#].*$/, ''))
  const steps = wanted.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of wanted.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Where the relationships of a part lie: "xl/_rels/workbook.xml.rels" for "xl/workbook.xml", "_rels/.rels" for the package, ''. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function decoded(target: string): string {
  try {
    return target.includes('%') ? decodeURIComponent(target) : target
  } catch {
    return target
  }
}
