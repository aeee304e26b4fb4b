import { addChart, anchorAt, changeChart, layOver, placeOf, removeChart, type SeriesBy, seriesOf } from '../../book/change/charts.ts'
import type { Chart } from '../../book/chart.ts'
import type { Sheet } from '../../book/sheet.ts'
import { apiNotFound, invalidArgument, itemNotFound } from './hostError.ts'
import { type Argument, guard, type HostProperty, hostObject, hostType, worksheetObject } from './hostObject.ts'
import { resolveReference } from './reference.ts'

/** A chart by its id: what it is now is looked up each time. */
interface ChartTarget {
  readonly sheet: Sheet
  readonly chart: string
}

function now({ sheet, chart }: ChartTarget): Chart {
  const found = sheet.content.charts.find(({ id }) => id === chart)
  if (!found) throw itemNotFound()
  return found
}

const chartObject = (sheet: Sheet, { id }: Chart) => hostObject('Chart', { sheet, chart: id })

function byName(sheet: Sheet, name: Argument | undefined) {
  const wanted = String(name).toLowerCase()
  const chart = sheet.content.charts.find((one) => one.name.toLowerCase() === wanted || one.id.toLowerCase() === wanted)
  return chart ? chartObject(sheet, chart) : null
}

const must = <T>(object: T | null | undefined): T => {
  if (!object) throw itemNotFound()
  return object
}

/** Columns, bars and lines can be drawn here; other charts are not known. */
function typeOf(value: Argument | undefined): string {
  if (typeof value !== 'string') throw invalidArgument()
  if (!/^(?:Column|Bar|Line)(?!OfPie)/.test(value)) throw apiNotFound(`charts of type ${value}`)
  return value
}

function seriesBy(value: Argument | undefined): SeriesBy {
  if (value === undefined || value === null) return 'Auto'
  if (value !== 'Auto' && value !== 'Columns' && value !== 'Rows') throw invalidArgument()
  return value
}

/** Excel.ChartCollection */
export const chartCollection = hostType<Sheet>({
  items: (sheet) => sheet.content.charts.map((chart) => chartObject(sheet, chart)),
  properties: { Count: { get: (sheet) => sheet.content.charts.length } },
  methods: {
    GetCount: (sheet) => sheet.content.charts.length,
    GetItem: (sheet, [name]) => must(byName(sheet, name)),
    GetItemOrNullObject: (sheet, [name]) => byName(sheet, name),
    GetItemAt: (sheet, [at]) => chartObject(sheet, must(sheet.content.charts[Number(at)])),
    Add: (sheet, [type, source, by], { book }) => {
      guard(sheet)
      const { sheet: from, area } = resolveReference(book, sheet, source)
      const chart = addChart(sheet, typeOf(type), from.extent(area), seriesOf(from, area, seriesBy(by)))
      book.redraw()
      return chartObject(sheet, chart)
    },
  },
})

const points = (value: Argument): number => {
  if (typeof value !== 'number' || value < 0) throw invalidArgument()
  return value
}

const said = (
  read: (chart: Chart, sheet: Sheet) => string | number,
  write?: (chart: Chart, value: Argument, sheet: Sheet) => Partial<Chart>,
): HostProperty<ChartTarget> => ({
  get: (target) => read(now(target), target.sheet),
  ...(write
    ? {
        set: (target, value, { book }) => {
          guard(target.sheet)
          changeChart(target.sheet, target.chart, write(now(target), value, target.sheet))
          book.redraw()
        },
      }
    : {}),
})

/** Excel.Chart */
export const chart = hostType<ChartTarget>({
  identity: ({ chart: id }) => ({ Id: id }),
  properties: {
    Id: said(({ id }) => id),
    Name: said(
      ({ name }) => name,
      (_, value) => ({ name: String(value) }),
    ),
    ChartType: said(
      ({ type }) => type,
      (_, value) => ({ type: typeOf(value) }),
    ),
    Left: said(
      (one, sheet) => placeOf(sheet, one).left,
      (one, value, sheet) => ({ from: anchorAt(sheet, points(value), placeOf(sheet, one).top) }),
    ),
    Top: said(
      (one, sheet) => placeOf(sheet, one).top,
      (one, value, sheet) => ({ from: anchorAt(sheet, placeOf(sheet, one).left, points(value)) }),
    ),
    Width: said(
      ({ width }) => width,
      (_, value) => ({ width: points(value) }),
    ),
    Height: said(
      ({ height }) => height,
      (_, value) => ({ height: points(value) }),
    ),
  },
  children: {
    Title: (target) => hostObject('ChartTitle', target),
    Worksheet: ({ sheet }) => worksheetObject(sheet),
  },
  methods: {
    Activate: ({ sheet, chart: id }, _, { book }) => {
      book.activate(sheet)
      book.selectChart(id)
    },
    Delete: ({ sheet, chart: id }, _, { book }) => {
      guard(sheet)
      removeChart(book, sheet, id)
    },
    SetData: (target, [source, by], { book }) => {
      guard(target.sheet)
      const { sheet, area } = resolveReference(book, target.sheet, source)
      changeChart(target.sheet, now(target).id, { series: seriesOf(sheet, area, seriesBy(by)) })
      book.redraw()
    },
    SetPosition: (target, [first, last], { book }) => {
      guard(target.sheet)
      const at = (cell: Argument | undefined) => resolveReference(book, target.sheet, cell).area
      layOver(target.sheet, now(target), at(first), last === undefined || last === null ? undefined : at(last))
      book.redraw()
    },
  },
})

/** Excel.ChartTitle */
export const chartTitle = hostType<ChartTarget>({
  properties: {
    Text: said(
      ({ title }) => title,
      (_, value) => ({ title: String(value), hasTitle: true }),
    ),
    Visible: {
      get: (target) => now(target).hasTitle,
      set: (target, value, { book }) => {
        guard(target.sheet)
        changeChart(target.sheet, now(target).id, { hasTitle: value === true })
        book.redraw()
      },
    },
  },
})
