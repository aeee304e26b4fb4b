import type { Area } from '../../shared/grid/a1.ts'
import { contains } from '../book/area.ts'
import { type FilterNow, type FilterPlace, filtersOf } from '../book/change/filterRows.ts'
import { element } from './element.ts'
import { boxOf, type Layout } from './layout.ts'

/** Of an arrow, in pixels. */
const SIZE = 16

/** What an arrow belongs to. */
export interface ArrowPlace {
  readonly place: FilterPlace
  /** From 0 within the filter. */
  readonly column: number
}

/** The arrows in the headings of filters, within a window of cells; one that filters looks different. */
export function filterArrows(layout: Layout, window: Area, open: (place: ArrowPlace, button: HTMLElement) => void): HTMLElement[] {
  return filtersOf(layout.sheet).flatMap(({ place, now }) =>
    columnsIn(now, window).map((column) => {
      const box = boxOf(layout, headingArea(now, column))
      const isOn = now.criteria.has(column)
      const button = element('button', { type: 'button', className: `filter-arrow${isOn ? ' on' : ''}`, textContent: isOn ? '▼' : '▾' })
      button.setAttribute('aria-label', '筛选')
      button.dataset.filter = `${place.table ?? 'sheet'}:${column}`
      Object.assign(button.style, { left: `${box.left + box.width - SIZE - 2}px`, top: `${box.top + box.height - SIZE - 2}px` })
      button.addEventListener('mousedown', (event) => event.stopPropagation())
      button.addEventListener('click', () => open({ place, column }, button))
      return button
    }),
  )
}

const headingArea = ({ area }: FilterNow, column: number): Area => ({
  top: area.top,
  bottom: area.top,
  left: area.left + column,
  right: area.left + column,
})

function columnsIn(now: FilterNow, window: Area): number[] {
  const all = Array.from({ length: now.area.right - now.area.left + 1 }, (_, i) => i)
  return all.filter((column) => contains(window, now.area.top, now.area.left + column))
}
