import type { Book } from '../book/book.ts'
import { filterOf, setCriterion } from '../book/change/filterRows.ts'
import type { Criterion } from '../book/filter.ts'
import { bookStep } from '../book/undo.ts'
import { element } from './element.ts'
import type { ArrowPlace } from './filterArrows.ts'
import { openPopup } from './popup.ts'
import { changeRefusal } from './refusal.ts'

/** What a blank is called in the list. */
const BLANK = '（空白）'

/** The list of a column's values under its arrow: those that are ticked are shown. */
export function openFilterList(
  book: Book,
  { place, column }: ArrowPlace,
  button: HTMLElement,
  onRefused: (sentence: string) => void,
): void {
  const refusal = changeRefusal(book)
  const now = filterOf(place)
  if (refusal) onRefused(refusal)
  if (refusal || !now) return
  const { sheet } = place
  const at = now.area.left + column
  const rows = Array.from({ length: now.area.bottom - now.area.top }, (_, i) => now.area.top + 1 + i)
  const texts = [...new Set(rows.map((row) => sheet.text(row, at)))].sort((one, other) => one.localeCompare(other, 'zh-CN'))
  const isShown = (text: string) => shows(now.criteria.get(column), text)
  const boxes = texts.map((text) => tick(text || BLANK, isShown(text)))
  const all = tick(
    '（全选）',
    boxes.every(({ input }) => input.checked),
  )
  all.input.addEventListener('change', () => {
    for (const { input } of boxes) input.checked = all.input.checked
  })
  const apply = (criterion: Criterion | undefined) => {
    close()
    book.remember(bookStep(book, sheet, now.area))
    setCriterion(place, column, criterion)
    book.redraw()
  }
  const confirm = element('button', { type: 'button', className: 'confirm', textContent: '确定' })
  confirm.addEventListener('click', () =>
    apply(
      chosen(
        texts.filter((_, i) => boxes[i]?.input.checked),
        texts,
      ),
    ),
  )
  const clear = element('button', { type: 'button', className: 'menu-entry', textContent: '清除筛选' })
  clear.addEventListener('click', () => apply(undefined))
  const list = element('div', { className: 'filter-values' }, all.node, ...boxes.map(({ node }) => node))
  const { left, bottom } = button.getBoundingClientRect()
  const close = openPopup(
    element('div', { className: 'menu filter-list' }, clear, list, element('div', { className: 'filter-buttons' }, confirm)),
    { clientX: left, clientY: bottom + 2 },
    () => undefined,
  )
  confirm.focus()
}

/** Ticked as a comparison of a file or an add-in has it is not shown in the list: then everything is ticked. */
function shows(criterion: Criterion | undefined, text: string): boolean {
  if (criterion?.on !== 'values') return true
  return text === '' ? criterion.blanks : criterion.values.some((value) => value.toLowerCase() === text.toLowerCase())
}

/** Nothing to filter by where everything is ticked. */
const chosen = (shown: readonly string[], all: readonly string[]): Criterion | undefined =>
  shown.length === all.length ? undefined : { on: 'values', values: shown.filter((text) => text !== ''), blanks: shown.includes('') }

function tick(label: string, checked: boolean): { readonly node: HTMLElement; readonly input: HTMLInputElement } {
  const input = element('input', { type: 'checkbox', checked })
  return { node: element('label', { className: 'filter-value' }, input, label), input }
}
