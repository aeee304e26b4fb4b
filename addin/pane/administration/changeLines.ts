import { isRecord } from '../../../shared/base/keysOf.ts'

/** One thing that is said of an entry, before and after; null where there is nothing to say. */
export interface ChangeLine {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** A value as a person reads it; "" for what is not worth a line. */
export type ShowValue = (key: string, value: unknown, of: Readonly<Record<string, unknown>>) => string

/** What differs between two states of an entry, a line for each of its parts; a plain value has one line without a key. */
export function changeLines(before: unknown, after: unknown, show: ShowValue): readonly ChangeLine[] {
  const [old, fresh] = [partsOf(before), partsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((key) => {
    const [one, other] = [old[key], fresh[key]]
    if (JSON.stringify(one) === JSON.stringify(other)) return []
    const line = { key, before: word(key, one, old, show), after: word(key, other, fresh, show) }
    return line.before === line.after ? [] : [line]
  })
}

type Parts = Readonly<Record<string, unknown>>

const partsOf = (value: unknown): Parts => {
  if (value === null || value === undefined) return {}
  return isRecord(value) ? value : { '': value }
}

function word(key: string, value: unknown, of: Parts, show: ShowValue): string | null {
  if (value === undefined || value === null) return null
  const text = show(key, value, of)
  return text === '' ? null : text
}
