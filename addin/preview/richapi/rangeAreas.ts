import { columnsOf, rowsOf } from '../../book/area.ts'
import { itemNotFound } from './hostError.ts'
import { type AreasTarget, guard, hostObject, hostType, rangeObject, worksheetObject } from './hostObject.ts'
import { addressOf } from './reference.ts'

/** Excel cuts the address of many areas silently. */
const ADDRESS_LIMIT = 8192

const addresses = ({ sheet, areas }: AreasTarget): string =>
  areas
    .map((area) => addressOf({ sheet, area }))
    .join(',')
    .slice(0, ADDRESS_LIMIT)

/** Excel.RangeAreas */
export const rangeAreas = hostType<AreasTarget>({
  properties: {
    Address: { get: addresses },
    AddressLocal: { get: addresses },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0) },
  },
  children: {
    Areas: (target) => hostObject('RangeCollection', target),
    Worksheet: ({ sheet }) => worksheetObject(sheet),
    Format: (target) => hostObject('RangeFormat', target),
    ConditionalFormats: (target) => hostObject('ConditionalFormatCollection', target),
  },
  methods: {
    Clear: ({ sheet, areas }, [what], session) => {
      guard(sheet)
      for (const area of areas) {
        sheet.clear(area, what === 'Contents' || what === 'Formats' ? what : 'All')
        session.wrote(sheet, sheet.extent(area))
      }
    },
  },
})

/** Excel.RangeCollection: the areas of a RangeAreas, each as a range. */
export const rangeCollection = hostType<AreasTarget>({
  items: ({ sheet, areas }) => areas.map((area) => rangeObject(sheet, area)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [at]) => {
      const area = areas[Number(at)]
      if (!area) throw itemNotFound()
      return rangeObject(sheet, area)
    },
  },
})
