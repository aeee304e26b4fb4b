import type { Book } from '../book/book.ts'
import type { Scalar } from '../book/cellValue.ts'
import { element } from './element.ts'

/** Cells that the sums below the grid look at. */
const MOST = 100_000

/** What the selection adds up to, as Excel shows it. */
export function statusBar(book: Book): HTMLElement {
  const sums = element('span', { className: 'sums' })
  const notice = element('span', { className: 'ready', textContent: '就绪' })
  const show = () => {
    sums.textContent = sumText(selectedValues(book))
  }
  book.listen(show)
  show()
  return element('div', { className: 'status' }, notice, sums)
}

function selectedValues({ active, selection }: Book): Scalar[] {
  const used = active.used(selection, true)
  if (!used || (used.bottom - used.top + 1) * (used.right - used.left + 1) > MOST) return []
  const values: Scalar[] = []
  active.each(used, (row, column) => {
    const value = active.value(row, column)
    if (value !== '') values.push(value)
  })
  return values
}

function sumText(values: readonly Scalar[]): string {
  if (values.length < 2) return ''
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length === 0) return `计数: ${values.length}`
  const sum = Number(numbers.reduce((total, value) => total + value, 0).toPrecision(12))
  return `平均值: ${Number((sum / numbers.length).toPrecision(10))}   计数: ${values.length}   求和: ${sum}`
}
