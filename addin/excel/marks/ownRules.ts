import { isMarkFormula } from '../../sheetForm/markRule.ts'
import type { Batch } from '../host/runOnWorkbook.ts'
import { tryEach } from './tryEach.ts'

/** The rules of ours on a sheet, and how many rules could not be read: whose they are is not known. */
export interface OwnRules {
  readonly rules: readonly Excel.ConditionalFormat[]
  readonly unread: number
}

/**
 * Finds our rules on each sheet, whatever else is there: two round trips for all sheets, one more for each rule that cannot
 * be read (a rule whose deletion was undone answers nothing until the workbook is opened again).
 */
export async function findOwnRules(sheets: readonly Excel.Worksheet[], batch: Batch): Promise<ReadonlyMap<Excel.Worksheet, OwnRules>> {
  const all = sheets.map((sheet) => ({ sheet, formats: sheet.getRange().conditionalFormats }))
  const failed = await tryEach(all, ({ formats }) => formats.load('id,type'), batch)
  const unreadable = new Set(failed.map(({ item }) => item))
  const lists = await itemsOneByOne(
    failed.map(({ item }) => item),
    batch,
  )
  const found = all.map((one) => {
    if (one.formats.isNullObject) return { ...one, rules: [], unread: 0 }
    if (!unreadable.has(one)) return { ...one, rules: customOf(one.formats.items), unread: 0 }
    const list = lists.get(one.formats)
    return { ...one, rules: customOf(list?.items ?? []), unread: list?.unread ?? 0 }
  })
  const rules = found.flatMap((one) => one.rules)
  // Only custom formats have a formula to look at; asking another kind for its rule is an error.
  const without = new Set((await tryEach(rules, (rule) => rule.custom.rule.load('formula'), batch)).map(({ item }) => item))
  return new Map(
    found.map((one) => [
      one.sheet,
      {
        rules: one.rules.filter((rule) => !without.has(rule) && isMarkFormula(rule.custom.rule.formula)),
        unread: one.unread + one.rules.filter((rule) => without.has(rule)).length,
      },
    ]),
  )
}

/** Excel lists a rule twice at times: deleted twice, the second would fail. */
function customOf(formats: readonly Excel.ConditionalFormat[]): readonly Excel.ConditionalFormat[] {
  const byId = new Map(formats.filter(({ type }) => type === 'Custom').map((format) => [format.id, format]))
  return [...byId.values()]
}

type Formats = Excel.ConditionalFormatCollection

/** The rules of collections that cannot be read as a whole, each by its place. */
async function itemsOneByOne(
  all: readonly { readonly formats: Formats }[],
  batch: Batch,
): Promise<ReadonlyMap<Formats, { readonly items: readonly Excel.ConditionalFormat[]; readonly unread: number }>> {
  if (all.length === 0) return new Map()
  const counted = all.map(({ formats }) => ({ formats, count: formats.getCount() }))
  await batch.sync()
  const places = counted.flatMap(({ formats, count }) => Array.from({ length: count.value }, (_, at) => ({ formats, at })))
  const items = new Map<(typeof places)[number], Excel.ConditionalFormat>()
  const load = (place: (typeof places)[number]): void => {
    // Asked for in its own turn: an item that does not answer ends the batch there.
    const item = place.formats.getItemAt(place.at)
    items.set(place, item.load('id,type'))
  }
  const failed = new Set((await tryEach(places, load, batch)).map(({ item }) => item))
  return new Map(
    counted.map(({ formats }) => {
      const own = places.filter((place) => place.formats === formats)
      const read = own.filter((place) => !failed.has(place))
      return [formats, { items: read.flatMap((place) => items.get(place) ?? []), unread: own.length - read.length }]
    }),
  )
}
