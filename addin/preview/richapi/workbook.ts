import { cellArea } from '../../book/area.ts'
import type { Book } from '../../book/book.ts'
import { HostError, invalidSelection, itemNotFound } from './hostError.ts'
import { type Argument, guardCells, hostObject, hostType, rangeObject, type Session } from './hostObject.ts'

/** Excel.Workbook */
export const workbook = hostType<Book>({
  properties: {
    Name: { get: (book) => book.name },
    ReadOnly: { get: (book) => book.readOnly },
  },
  children: {
    Worksheets: (book) => hostObject('WorksheetCollection', book),
    Tables: (book) => hostObject('TableCollection', { book }),
    Application: (book) => hostObject('Application', book),
    Settings: (book) => hostObject('SettingCollection', book),
    Protection: (book) => hostObject('WorkbookProtection', book),
    Functions: (book) => hostObject('Functions', book),
    _Runtime: (book) => hostObject('Runtime', book),
  },
  methods: {
    GetSelectedRange: ({ active, selection, selectedChart }) => {
      if (selectedChart !== undefined) throw invalidSelection()
      guardCells(active)
      return rangeObject(active, selection)
    },
    GetActiveCell: ({ active, selection }) => {
      guardCells(active)
      return rangeObject(active, cellArea(selection.top, selection.left))
    },
    _RemoveReference: (_, [id], session) => void session.references.delete(String(id)),
    _RemoveAllReferences: (_, __, session) => void session.references.clear(),
    _GetReferenceCount: (_, __, session) => session.references.size,
    _GetRangeForEventByReferenceId: (_, [id], session) => {
      const range = referenced(session, id)
      if (!range) throw itemNotFound()
      return range
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_, [id], session) => referenced(session, id),
  },
})

const referenced = (session: Session, id: Argument | undefined) => session.references.get(String(id)) ?? null

/** Excel.Application: what is suspended here needs no suspending, since nothing is drawn within a batch. */
export const application = hostType<Book>({
  properties: { CalculationMode: { get: () => 'Automatic' } },
  methods: {
    Calculate: (book) => void book.settle(),
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: () => undefined,
  },
})

/** Excel.Runtime */
export const runtime = hostType<Book>({ properties: { EnableEvents: { get: () => true } } })

/** What the client calls when its event handlers are ready; nothing waits for it here. */
export const addinInternalService = hostType<Book>({ methods: { NotifyActionHandlerReady: () => undefined } })

/** Excel.WorkbookProtection, read-only. */
export const workbookProtection = hostType<Book>({ properties: { Protected: { get: (book) => book.structureProtected } } })

/** Days from the workbook's day 0, as DATE counts them. */
function dateSerial(book: Book, year: number, month: number, day: number): number {
  const days = Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
  const serial = book.date1904 ? days + 24_107 : days + 25_569
  if (serial < 0) throw new HostError('InvalidArgument', 'DATE answers #NUM!')
  return serial
}

/** Excel.Functions, of which there is DATE: by it a reader learns on which day the workbook counts as day 0. */
export const functions = hostType<Book>({
  methods: {
    Date: (book, [year, month, day]) => hostObject('FunctionResult', dateSerial(book, Number(year), Number(month), Number(day))),
  },
})

/** Excel.FunctionResult */
export const functionResult = hostType<number>({
  properties: { Value: { get: (value) => value }, Error: { get: () => null } },
})
