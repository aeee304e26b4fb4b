import { type Area, columnName } from '../../shared/grid/a1.ts'
import { LAST_COLUMN, LAST_ROW } from '../book/area.ts'
import { element } from './element.ts'
import type { Layout } from './layout.ts'

/** Rows or columns from one to another, both included; none where `to` is smaller. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Every index of a span. */
export const indexes = ({ from, to }: Span): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** The heading of a column, lit where the selection crosses it. */
export function columnHeading({ x, frozen }: Layout, selection: Area, index: number, scrolled: number): HTMLElement {
  const left = x[index - 1] ?? 0
  const on = index >= selection.left && index <= selection.right
  return heading(columnName(index), on, selection.top === 1 && selection.bottom === LAST_ROW, {
    left: `${left - (index > frozen.columns ? scrolled : 0)}px`,
    width: `${(x[index] ?? 0) - left}px`,
  })
}

/** The heading of a row, lit where the selection crosses it, in another colour where a filter is at work. */
export function rowHeading({ y, frozen, filtered }: Layout, selection: Area, index: number, scrolled: number): HTMLElement {
  const top = y[index - 1] ?? 0
  const on = index >= selection.top && index <= selection.bottom
  const node = heading(String(index), on, selection.left === 1 && selection.right === LAST_COLUMN, {
    top: `${top - (index > frozen.rows ? scrolled : 0)}px`,
    height: `${(y[index] ?? 0) - top}px`,
  })
  if (filtered.some((area) => index > area.top && index <= area.bottom)) node.classList.add('filtered')
  return node
}

function heading(text: string, on: boolean, whole: boolean, place: Readonly<Record<string, string>>): HTMLElement {
  const node = element('div', { className: `heading${on ? ' on' : ''}${on && whole ? ' whole' : ''}`, textContent: text })
  Object.assign(node.style, place)
  return node
}
