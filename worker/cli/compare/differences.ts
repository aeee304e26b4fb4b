/** A document that `inspect` prints: of a sheet, or of one text. */
export type ReadingText = Readonly<Record<string, unknown>>

/**
 * What differs between two readings of one sheet or text, a line each: "before → now" for an entry with the same key,
 * "−" for one that is gone, "+" for a new one. Equal readings give none, in whatever order their entries are.
 */
export function differencesOf(before: ReadingText, now: ReadingText): readonly string[] {
  const old = entriesOf(before)
  const young = entriesOf(now)
  const lines: string[] = []
  for (const [key, text] of old) {
    const other = young.get(key)
    if (other === undefined) lines.push(`− ${key} ${text}`)
    else if (other !== text) lines.push(`${key} ${changed(text, other)}`)
  }
  for (const [key, text] of young) if (!old.has(key)) lines.push(`+ ${key} ${text}`)
  return lines
}

/** The entries of a reading by what they are about; a key that comes again is counted. */
function entriesOf(document: ReadingText): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  const add = (key: string, value: unknown) => {
    let at = key
    for (let again = 2; entries.has(at); again++) at = `${key} (${again})`
    entries.set(at, JSON.stringify(value))
  }
  const { tables, findings, figures, file: _file, ...rest } = document
  add(typeof document.id === 'string' ? `text ${document.id}` : 'sheet', rest)
  for (const figure of asList(figures)) add(`figure ${figure.raw}`, figure)
  for (const finding of asList(findings))
    add(typeof finding === 'string' ? `finding ${finding}` : `finding ${finding.code} ${finding.cell}`, finding)
  for (const table of asList(tables)) {
    const { records, texts, totals, columns, rows, ...frame } = table
    const name = `table ${table.id}`
    add(name, frame)
    for (const [letter, column] of Object.entries(isObject(columns) ? columns : {})) add(`${name} column ${letter}`, column)
    for (const row of asList(rows)) add(`${name} row ${row.row}`, row)
    for (const one of asList(records)) add(`${name} record ${one.row} ${one.indicator} ${one.area} ${one.node ?? one.batch ?? ''}`, one)
    for (const one of asList(texts)) add(`${name} text ${one.row} ${one.task} ${one.area}`, one)
    for (const one of asList(totals)) add(`${name} total ${one.row} ${one.indicator} ${one.area}`, one)
  }
  return entries
}

const asList = (value: unknown): readonly ReadingText[] => (Array.isArray(value) ? value : [])

/** Of two long entries only the fields that differ. */
function changed(before: string, now: string): string {
  const [old, young]: unknown[] = [JSON.parse(before), JSON.parse(now)]
  if (!isObject(old) || !isObject(young)) return `${before} → ${now}`
  const fields = [...new Set([...Object.keys(old), ...Object.keys(young)])]
  return fields
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(young[field]))
    .map((field) => `${field}: ${JSON.stringify(old[field])} → ${JSON.stringify(young[field])}`)
    .join(', ')
}

const isObject = (value: unknown): value is ReadingText => typeof value === 'object' && value !== null && !Array.isArray(value)
