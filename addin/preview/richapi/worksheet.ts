import { anyArea, cellArea } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { Sheet } from '../../book/sheet.ts'
import { invalidArgument, invalidOperation, itemExists, itemNotFound } from './hostError.ts'
import {
  type Argument,
  guardCells,
  guardStructure,
  type HostMethod,
  hostObject,
  hostType,
  rangeObject,
  type Session,
  worksheetObject,
} from './hostObject.ts'
import { inside, resolveReference, WHOLE } from './reference.ts'

/** The numbers of the client's events. */
export const EVENTS = { changed: 10, activated: 11, added: 13, selected: 14, deleted: 15 } as const
/** The target of events of the workbook's sheets, whichever it is. */
export const ANY_SHEET = 'Workbook'

const listening = <T>(names: Readonly<Record<string, number>>, target: (object: T) => string): Record<string, HostMethod<T>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, type]) => [
      [`_Register${name}Event`, (object: T, _: readonly Argument[], session: Session) => void session.listen(type, target(object), 1)],
      [`_Unregister${name}Event`, (object: T, _: readonly Argument[], session: Session) => void session.listen(type, target(object), -1)],
    ]),
  )

/** A name Excel takes for a sheet, or InvalidArgument; taken names are ItemAlreadyExists. */
function sheetName(book: Book, value: Argument | undefined, own?: Sheet): string {
  if (typeof value !== 'string' || value === '' || value.length > 31 || /[\\/?*[\]:]/.test(value) || /^'|'$/.test(value))
    throw invalidArgument()
  const other = book.find(value)
  if (other && other !== own) throw itemExists()
  return value
}

function freeName(book: Book): string {
  let number = book.sheets.length + 1
  while (book.find(`Sheet${number}`)) number++
  return `Sheet${number}`
}

/** "5月 (2)", as Excel names a copy of 5月. */
function copyName(book: Book, name: string): string {
  let number = 2
  const named = () => {
    const suffix = ` (${number})`
    return `${name.slice(0, 31 - suffix.length)}${suffix}`
  }
  while (book.find(named())) number++
  return named()
}

/** The sheet that an argument is; undefined where none is given. */
function relativeSheet(value: Argument | undefined): Sheet | undefined {
  const target = typeof value === 'object' && value !== null && 'target' in value ? value.target : undefined
  return target instanceof Sheet ? target : undefined
}

const integer = (value: Argument | undefined): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument()
  return value
}

/** A chart sheet is no worksheet: it is not in the collection, and nothing of it can be asked for. */
const worksheets = (book: Book): Sheet[] => book.sheets.filter(({ content }) => content.kind === 'cells')

function byKey(book: Book, key: Argument | undefined): Sheet | undefined {
  const sheet = book.find(String(key))
  return sheet?.content.kind === 'cells' ? sheet : undefined
}

function found(book: Book, key: Argument | undefined): Sheet {
  const sheet = byKey(book, key)
  if (!sheet) throw itemNotFound()
  return sheet
}

const orNull = (sheet: Sheet | undefined) => (sheet ? worksheetObject(sheet) : null)

/** Excel.WorksheetCollection */
export const worksheetCollection = hostType<Book>({
  items: (book) => worksheets(book).map(worksheetObject),
  item: (book, [key]) => worksheetObject(found(book, key)),
  methods: {
    GetActiveWorksheet: ({ active }) => {
      guardCells(active)
      return worksheetObject(active)
    },
    GetItem: (book, [key]) => worksheetObject(found(book, key)),
    GetItemOrNullObject: (book, [key]) => orNull(byKey(book, key)),
    GetCount: (book, [visible]) => worksheets(book).filter((sheet) => visible !== true || !sheet.hidden).length,
    GetFirst: (book) => orNull(worksheets(book)[0]),
    GetLast: (book) => orNull(worksheets(book).at(-1)),
    Add: (book, [name]) => {
      guardStructure(book)
      return worksheetObject(book.add(name === undefined || name === null || name === '' ? freeName(book) : sheetName(book, name)))
    },
    ...listening<Book>(
      {
        DataChanged: EVENTS.changed,
        Added: EVENTS.added,
        SelectionChanged: EVENTS.selected,
        Activated: EVENTS.activated,
        Deleted: EVENTS.deleted,
      },
      () => ANY_SHEET,
    ),
  },
})

/** Excel.Worksheet */
export const worksheet = hostType<Sheet>({
  identity: (sheet) => ({ Id: sheet.id }),
  properties: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, { book }) => {
        guardStructure(book)
        book.rename(sheet, sheetName(book, value, sheet))
      },
    },
    Position: {
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value, { book }) => {
        guardStructure(book)
        const others = book.sheets.filter((other) => other !== sheet)
        book.sheets = [...others.slice(0, integer(value)), sheet, ...others.slice(integer(value))]
        book.redraw()
      },
    },
    Visibility: {
      get: (sheet) => (sheet.hidden ? 'Hidden' : 'Visible'),
      set: (sheet, value, { book }) => {
        guardStructure(book)
        sheet.content.visibility = value === 'Visible' ? 'visible' : value === 'VeryHidden' ? 'veryHidden' : 'hidden'
        book.redraw()
      },
    },
    ShowGridlines: {
      get: (sheet) => sheet.content.gridlines,
      set: (sheet, value, { book }) => {
        sheet.content.gridlines = value === true
        book.redraw()
      },
    },
  },
  children: {
    Tables: (sheet, { book }) => hostObject('TableCollection', { book, only: sheet }),
    Charts: (sheet) => hostObject('ChartCollection', sheet),
    AutoFilter: (sheet) => hostObject('AutoFilter', { sheet }),
    FreezePanes: (sheet) => hostObject('WorksheetFreezePanes', sheet),
    PageLayout: (sheet) => hostObject('PageLayout', sheet),
    Protection: (sheet) => hostObject('WorksheetProtection', sheet),
    CustomProperties: (sheet) => hostObject('WorksheetCustomPropertyCollection', sheet),
  },
  methods: {
    Copy: (sheet, [where, relative], { book }) => {
      guardStructure(book)
      const others = book.sheets
      const of = relativeSheet(relative) ?? sheet
      const places: Readonly<Record<string, number>> = {
        Before: others.indexOf(of),
        After: others.indexOf(of) + 1,
        Beginning: 0,
        End: others.length,
      }
      // Excel puts a copy at the end where nothing is said
      const at = places[typeof where === 'string' && where !== 'None' ? where : 'End']
      if (at === undefined) throw invalidArgument()
      const copy = book.copy(sheet, copyName(book, sheet.name), at)
      book.settle()
      return worksheetObject(copy)
    },
    Activate: (sheet, _, { book }) => void book.activate(sheet),
    Delete: (sheet, _, { book }) => {
      guardStructure(book)
      if (book.sheets.filter((other) => !other.hidden).length <= 1) throw invalidOperation()
      book.remove(sheet)
    },
    GetRange: (sheet, [address], { book }) => {
      const target = resolveReference(book, sheet, address)
      return rangeObject(target.sheet, target.area)
    },
    GetRanges: (sheet, [addresses]) => {
      const parts =
        typeof addresses === 'string' ? addresses.split(',').map((part) => anyArea(part.slice(part.lastIndexOf('!') + 1))) : [WHOLE]
      const areas = parts.map((part) => {
        if (!part) throw invalidArgument()
        return inside(part)
      })
      return hostObject('RangeAreas', { sheet, areas })
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) => {
      const [top, left] = [integer(row) + 1, integer(column) + 1]
      return rangeObject(sheet, inside({ top, left, bottom: top + integer(rows) - 1, right: left + integer(columns) - 1 }))
    },
    GetCell: (sheet, [row, column]) => rangeObject(sheet, inside(cellArea(integer(row) + 1, integer(column) + 1))),
    GetUsedRange: (sheet, [valuesOnly]) => rangeObject(sheet, sheet.used(WHOLE, valuesOnly === true) ?? cellArea(1, 1)),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => {
      const used = sheet.used(WHOLE, valuesOnly === true)
      return used ? rangeObject(sheet, used) : null
    },
    _GetSheetById: (_, [id], { book }) => worksheetObject(found(book, id)),
    _GetAnotherWorksheetById: (_, [id], { book }) => worksheetObject(found(book, id)),
    ...listening<Sheet>(
      { DataChanged: EVENTS.changed, SelectionChanged: EVENTS.selected, Activated: EVENTS.activated },
      (sheet) => sheet.id,
    ),
  },
})

/** Excel.WorksheetFreezePanes */
export const worksheetFreezePanes = hostType<Sheet>({
  methods: {
    FreezeRows: (sheet, [count]) => void sheet.freeze(count === undefined ? 1 : integer(count), 0),
    FreezeColumns: (sheet, [count]) => void sheet.freeze(0, count === undefined ? 1 : integer(count)),
    FreezeAt: (sheet, [where], { book }) => {
      const { area } = resolveReference(book, sheet, where)
      sheet.freeze(area.bottom === WHOLE.bottom ? 0 : area.bottom, area.right === WHOLE.right ? 0 : area.right)
    },
    Unfreeze: (sheet) => void sheet.freeze(0, 0),
    GetLocationOrNullObject: (sheet) => {
      const { rows, columns } = sheet.frozen()
      return rows || columns
        ? rangeObject(sheet, { ...WHOLE, ...(rows ? { bottom: rows } : {}), ...(columns ? { right: columns } : {}) })
        : null
    },
  },
})

/** Excel.WorksheetProtection, read-only: sheets are protected by their files. */
export const worksheetProtection = hostType<Sheet>({
  properties: { Protected: { get: (sheet) => sheet.isProtected } },
})
