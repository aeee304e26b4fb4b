import { type Area, address } from '../../shared/grid/a1.ts'
import type { Cell } from '../book/cell.ts'
import { colorText, type Look, lookOf } from '../book/cellStyle.ts'
import type { Scalar } from '../book/cellValue.ts'
import { PIXELS_PER_POINT } from '../book/sheetSize.ts'
import type { BorderLine } from '../book/style.ts'
import { element } from './element.ts'

/** What conditional formats paint over a cell. */
export interface Painted {
  readonly fill?: string
  readonly color?: string
  readonly bold: boolean
  readonly underline: boolean
}

/** All that drawing a cell needs to know of it. */
export interface CellPicture {
  readonly area: Area
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
  readonly cell: Cell | undefined
  /** The last cell of a merge: its right and bottom lines are the merge's. */
  readonly corner: Cell | undefined
  readonly value: Scalar
  readonly text: string
  readonly painted: Painted | undefined
  /** Pixels a text may run over empty neighbours to its right. */
  readonly overflow: number
  readonly gridlines: boolean
  /** What the cell's table paints where the cell says nothing. */
  readonly table: { readonly fill?: string; readonly heading: boolean } | undefined
}

const FALLBACK = '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif'
const HORIZONTAL: Readonly<Record<string, string>> = {
  Left: 'flex-start',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Right: 'flex-end',
}
const VERTICAL: Readonly<Record<string, string>> = { Top: 'flex-start', Center: 'center', Bottom: 'flex-end' }

/** One cell as a node: `data-a` is its address, `data-painted` the colour a conditional format gives it. */
export function paintCell(picture: CellPicture): HTMLElement {
  const { area, box, cell, text, painted } = picture
  const look = lookOf(cell?.style)
  const node = element('div', { className: 'cell', role: 'gridcell' })
  node.dataset.a = address(area.top, area.left)
  // A pixel over the neighbours to the left and above: lines that two cells share lie on each other.
  Object.assign(node.style, {
    left: `${box.left - 1}px`,
    top: `${box.top - 1}px`,
    width: `${box.width + 1}px`,
    height: `${box.height + 1}px`,
  })
  const fill = (painted?.fill ?? look.fill) || picture.table?.fill
  if (fill) {
    node.style.backgroundColor = fill
    node.style.borderRightColor = fill
    node.style.borderBottomColor = fill
  }
  if (painted?.fill) node.dataset.painted = painted.fill
  if (!fill && !picture.gridlines) node.classList.add('bare')
  drawBorders(node, picture)
  if (text !== '') {
    const written = textNode(picture, look)
    node.append(written)
    // engines at the floor do not know `:has`
    node.classList.toggle('wraps', written.classList.contains('wrapped'))
    node.classList.toggle('runs', written.classList.contains('over'))
  }
  const note = cell?.note
  if (note) {
    node.classList.add('noted')
    node.title = note.text
  }
  node.style.alignItems = VERTICAL[look.vertical] ?? 'center'
  node.style.justifyContent = HORIZONTAL[look.horizontal] ?? generalAlignment(picture.value)
  node.style.textAlign = node.style.justifyContent.replace('flex-', '')
  return node
}

function textNode({ text, value, box, painted, overflow, table }: CellPicture, own: Look): HTMLElement {
  const look = table?.heading && own.fill === '' ? { ...own, bold: true, color: '#FFFFFF' } : own
  const node = element('span', { className: look.wrap ? 'text wrapped' : 'text' })
  const size = look.size * PIXELS_PER_POINT
  const font = `${look.italic ? 'italic ' : ''}${look.bold || painted?.bold ? '700 ' : ''}${size.toFixed(2)}px "${look.fontName}",${FALLBACK}`
  node.style.font = font
  node.style.color = painted?.color ?? look.color
  if (look.underline || painted?.underline) node.style.textDecoration = 'underline'
  if (look.indent > 0) node.style.paddingInline = `${look.indent * 9}px`
  const tooWide = typeof value === 'number' && widthOf(text, font) > box.width - 4
  node.textContent = tooWide ? '#'.repeat(Math.max(1, Math.floor((box.width - 4) / (size * 0.56)))) : text
  if (!look.wrap && typeof value === 'string' && overflow > 0 && widthOf(text, font) > box.width - 6) {
    node.classList.add('over')
    node.style.maxWidth = `${box.width + overflow - 5}px`
  }
  return node
}

const generalAlignment = (value: Scalar): string =>
  typeof value === 'number'
    ? 'flex-end'
    : typeof value === 'boolean' || (typeof value === 'string' && value.startsWith('#'))
      ? 'center'
      : 'flex-start'

const BORDERS = [
  ['top', 'borderTop'],
  ['left', 'borderLeft'],
  ['bottom', 'borderBottom'],
  ['right', 'borderRight'],
] as const

type Side = (typeof BORDERS)[number][0]

function drawBorders(node: HTMLElement, { cell, corner }: CellPicture): void {
  const lines: Partial<Record<Side, BorderLine | undefined>> = {
    ...cell?.style.border,
    ...(corner ? { right: corner.style.border?.right, bottom: corner.style.border?.bottom } : {}),
  }
  for (const [side, property] of BORDERS) {
    const line = lines[side]
    if (line?.style) node.style[property] = css(line)
  }
}

function css(line: BorderLine): string {
  const width = line.style === 'medium' || line.style === 'mediumDashed' ? 2 : line.style === 'thick' || line.style === 'double' ? 3 : 1
  const style =
    line.style === 'double'
      ? 'double'
      : line.style === 'dotted' || line.style === 'hair'
        ? 'dotted'
        : /dash/i.test(line.style ?? '')
          ? 'dashed'
          : 'solid'
  return `${width}px ${style} ${colorText(line.color) ?? '#000000'}`
}

let measure: CanvasRenderingContext2D | null | undefined

function widthOf(text: string, font: string): number {
  measure ??= document.createElement('canvas').getContext('2d')
  if (!measure) return 0
  measure.font = font
  return measure.measureText(text).width
}
