import type { Area } from '../../../shared/grid/a1.ts'
import { drawEdge, edgeOf, isEdge } from '../../book/borders.ts'
import type { Look } from '../../book/cellStyle.ts'
import type { Json } from '../../book/json.ts'
import { autofit, columnWidth, PIXELS_PER_POINT, rowHeight, setColumnPixels } from '../../book/sheetSize.ts'
import { invalidArgument } from './hostError.ts'
import { type AreasTarget, type Argument, guard, type HostProperty, hostObject, hostType } from './hostObject.ts'

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
}

/** "#RRGGBB" of what a client may call a colour; InvalidArgument where it is none. */
export function color(value: Argument): string {
  const text = typeof value === 'string' ? (NAMED[value.toLowerCase()] ?? value) : ''
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalidArgument()
  return text.toUpperCase()
}

/** The first 500 × 200 cells decide what is common to an area. */
function common<K extends keyof Look>({ sheet, areas }: AreasTarget, key: K): Look[K] | null {
  let first: Look[K] | undefined
  for (const area of areas) {
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 499); row++) {
      for (let column = area.left; column <= Math.min(area.right, area.left + 199); column++) {
        const value = sheet.look(row, column)[key]
        if (first !== undefined && value !== first) return null
        first = value
      }
    }
  }
  return first ?? null
}

const look = <K extends keyof Look>(key: K, read: (value: Argument) => Look[K], blank?: Json): HostProperty<AreasTarget> => ({
  get: (target) => {
    const value = common(target, key)
    return value === '' ? (blank ?? '') : value
  },
  set: ({ sheet, areas }, value) => {
    guard(sheet)
    const change: Partial<Look> = { [key]: read(value) }
    for (const area of areas) sheet.restyle(area, change)
  },
})

const boolean = (value: Argument): boolean => value === true
const points = (value: Argument): number => {
  if (typeof value !== 'number' || value < 0) throw invalidArgument()
  return value
}
const oneOf =
  (...allowed: readonly string[]) =>
  (value: Argument): string => {
    if (typeof value !== 'string' || !allowed.includes(value)) throw invalidArgument()
    return value
  }

const eachLine = (areas: readonly Area[], from: 'top' | 'left', to: 'bottom' | 'right', visit: (line: number) => void): void => {
  for (const area of areas) for (let line = area[from]; line <= Math.min(area[to], area[from] + 16_383); line++) visit(line)
}

/** Excel.RangeFormat */
export const rangeFormat = hostType<AreasTarget>({
  children: {
    Fill: (target) => hostObject('RangeFill', target),
    Font: (target) => hostObject('RangeFont', target),
    Borders: (target) => hostObject('RangeBorderCollection', target),
  },
  properties: {
    HorizontalAlignment: look(
      'horizontal',
      oneOf('General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'),
    ),
    VerticalAlignment: look('vertical', oneOf('Top', 'Center', 'Bottom', 'Justify', 'Distributed')),
    WrapText: look('wrap', boolean),
    IndentLevel: look('indent', points),
    ColumnWidth: {
      get: ({ sheet, areas }) => (areas[0] ? columnWidth(sheet, areas[0]) : null),
      set: ({ sheet, areas }, value, session) => {
        guard(sheet)
        const pixels = points(value) * PIXELS_PER_POINT
        eachLine(areas, 'left', 'right', (column) => setColumnPixels(sheet, column, pixels))
        session.book.redraw()
      },
    },
    RowHeight: {
      get: ({ sheet, areas }) => (areas[0] ? rowHeight(sheet, areas[0]) : null),
      set: ({ sheet, areas }, value, session) => {
        guard(sheet)
        const height = points(value)
        eachLine(areas, 'top', 'bottom', (row) => sheet.changeRow(row, { height }))
        session.book.redraw()
      },
    },
  },
  methods: {
    AutofitColumns: ({ sheet, areas }, _, session) => {
      for (const area of areas) autofit(sheet, area)
      session.book.redraw()
    },
    AutofitRows: ({ sheet, areas }, _, session) => {
      eachLine(areas, 'top', 'bottom', (row) => sheet.changeRow(row, { height: undefined }))
      session.book.redraw()
    },
  },
})

/** Excel.RangeFill */
export const rangeFill = hostType<AreasTarget>({
  properties: { Color: look('fill', color, '#FFFFFF') },
  methods: {
    Clear: ({ sheet, areas }) => {
      guard(sheet)
      for (const area of areas) sheet.restyle(area, { fill: '' })
    },
  },
})

/** Excel.RangeFont */
export const rangeFont = hostType<AreasTarget>({
  properties: {
    Bold: look('bold', boolean),
    Italic: look('italic', boolean),
    Color: look('color', color),
    Size: look('size', points),
    Name: look('fontName', String),
    Underline: {
      get: (target) => (common(target, 'underline') ? 'Single' : 'None'),
      set: ({ sheet, areas }, value) => {
        guard(sheet)
        for (const area of areas) sheet.restyle(area, { underline: value !== 'None' })
      },
    },
  },
})

interface EdgeTarget extends AreasTarget {
  readonly edge: string
}

const edgeObject = (target: AreasTarget, edge: Argument | undefined) => {
  if (typeof edge !== 'string' || !isEdge(edge)) throw invalidArgument()
  return hostObject('RangeBorder', { ...target, edge })
}

/** Excel.RangeBorderCollection */
export const rangeBorderCollection = hostType<AreasTarget>({
  item: (target, [edge]) => edgeObject(target, edge),
  methods: { GetItem: (target, [edge]) => edgeObject(target, edge) },
})

const firstEdge = ({ sheet, areas, edge }: EdgeTarget) => edgeOf(areas[0] ? sheet.styleOf(areas[0].top, areas[0].left) : {}, edge)

const draw = ({ sheet, areas, edge }: EdgeTarget, change: { style?: string; color?: string }): void => {
  guard(sheet)
  for (const area of areas) drawEdge(sheet, sheet.extent(area), edge, change)
}

/** Excel.RangeBorder: one edge of an area. */
export const rangeBorder = hostType<EdgeTarget>({
  identity: ({ edge }) => ({ SideIndex: edge }),
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: { get: (target) => firstEdge(target).style, set: (target, value) => draw(target, { style: String(value) }) },
    Color: { get: (target) => firstEdge(target).color, set: (target, value) => draw(target, { color: color(value) }) },
  },
})
