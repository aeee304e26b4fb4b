import { address } from '../../shared/grid/a1.ts'
import { anyArea, areaText } from '../book/area.ts'
import type { Book } from '../book/book.ts'
import type { CellEditor } from './cellEditor.ts'
import { element } from './element.ts'
import type { GridInput } from './gridInput.ts'

/** The name box and the field above the grid that show and take the selected cell's content. */
export function formulaBar(book: Book, editor: CellEditor, input: GridInput): HTMLElement {
  const name = element('input', { className: 'name-box', spellcheck: false })
  name.setAttribute('aria-label', '名称框')
  const field = element('input', { className: 'formula', spellcheck: false })
  field.setAttribute('aria-label', '编辑栏')
  const show = () => {
    if (document.activeElement !== name) name.value = nameOf(book)
    if (document.activeElement !== field) field.value = editor.editing ? editor.field.value : editor.content()
  }
  name.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const area = anyArea(name.value)
    name.blur()
    if (area) input.select(area)
    show()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') field.value = editor.content()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    const text = field.value
    field.blur()
    if (event.key === 'Enter') editor.enter(text)
    editor.focus()
  })
  book.listen(show)
  editor.onChange = show
  show()
  return element('div', { className: 'formula-bar' }, name, element('span', { className: 'fx', textContent: 'fx' }), field)
}

/** A merge is named by its first cell. */
function nameOf({ active, selection }: Book): string {
  const merge = active.mergeAt(selection.top, selection.left)
  const isMerge = areaText(merge) === areaText(selection)
  return isMerge ? address(selection.top, selection.left) : areaText(selection)
}
