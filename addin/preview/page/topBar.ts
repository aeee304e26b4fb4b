import type { Book } from '../../book/book.ts'
import { makeChart, makeTable, toggleFilter } from '../../gridView/dataCommands.ts'
import { element } from '../../gridView/element.ts'
import { type MenuEntry, menu } from './menu.ts'
import type { ShownDocument } from './showDocument.ts'
import { showNotice } from './showNotice.ts'

/** What the bar shows, and what its buttons do. */
export interface TopBarChoices {
  readonly book: Book
  /** What is difficult about this Excel. */
  readonly moods: readonly string[]
  readonly person: string
  readonly samples: readonly MenuEntry[]
  readonly people: readonly MenuEntry[]
  readonly unsupported: HTMLElement
  readonly open: (file: File) => void
  readonly save: () => void
  readonly pane: Pick<ShownDocument, 'togglePane' | 'watchPane'>
}

/** Title line and command line, sober as Excel's on the web, and saying that this is not Excel. */
export function topBar(choices: TopBarChoices): HTMLElement {
  const { book, moods, person } = choices
  const avatar = element(
    'button',
    { type: 'button', className: 'person' },
    element('span', { className: 'avatar', textContent: person.slice(0, 1) }),
    person,
  )
  const title = element(
    'div',
    { className: 'title-line' },
    element('span', { className: 'mark', textContent: 'X' }),
    element('span', { className: 'file-name', textContent: book.name }),
    element('span', { className: 'badge', textContent: '试用环境 · 不是 Excel' }),
    ...(moods.length > 0 ? [element('span', { className: 'badge', textContent: `状态：${moods.join('、')}` })] : []),
    element('span', { className: 'space' }),
    choices.people.length > 0 ? menu(avatar, '换一个人', choices.people) : avatar,
  )
  return element('header', { className: 'top' }, title, commandLine(choices))
}

function commandLine({ book, samples, unsupported, open, save, pane: beside }: TopBarChoices): HTMLElement {
  const file = element('input', { type: 'file', accept: '.xlsx', hidden: true })
  file.setAttribute('aria-label', '打开 .xlsx 文件')
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) open(chosen)
    file.value = ''
  })
  const pane = command('民生实事', 'pane', beside.togglePane)
  beside.watchPane((shown) => pane.setAttribute('aria-pressed', String(shown)))
  const sample = command('示例工作簿', 'book', () => undefined)
  return element(
    'div',
    { className: 'command-line', role: 'toolbar' },
    command('打开', 'open', () => file.click()),
    command('另存为 .xlsx', 'save', save),
    element('span', { className: 'rule' }),
    command('撤销', 'undo', () => book.undo()),
    command('重做', 'redo', () => book.redo()),
    element('span', { className: 'rule' }),
    ...(samples.length > 0 ? [menu(sample, '打开示例工作簿', samples), element('span', { className: 'rule' })] : []),
    command('筛选', 'filter', () => say(toggleFilter(book))),
    command('表格', 'table', () => say(makeTable(book))),
    command('图表', 'chart', () => say(makeChart(book))),
    element('span', { className: 'rule' }),
    pane,
    element('span', { className: 'space' }),
    unsupported,
    file,
  )
}

/** Says why something cannot be done. */
const say = (refusal: string | undefined): void => {
  if (refusal) showNotice(refusal)
}

const ICONS = {
  open: 'M2 4h5l1.5 2H14v7H2z',
  save: 'M3 2h8l2 2v10H3z M5 2v4h5V2 M5 14V9h6v5',
  undo: 'M6 3 2 7l4 4 M2 7h7a4 4 0 0 1 0 8',
  redo: 'M10 3l4 4-4 4 M14 7H7a4 4 0 0 0 0 8',
  book: 'M3 2h10v12H3z M3 6h10 M7 6v8',
  filter: 'M2 3h12L9.5 8.5V13l-3 1V8.5z',
  chart: 'M2 14h12 M4 14V8h2v6 M7.5 14V3h2v11 M11 14V6h2v8',
  table: 'M2 3h12v10H2z M2 6.5h12 M2 10h12 M6 6.5V13 M10 6.5V13',
  pane: 'M2 3h12v10H2z M10 3v10',
} as const

function command(label: string, icon: keyof typeof ICONS, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', className: 'command' }, drawing(ICONS[icon]), label)
  button.addEventListener('click', act)
  return button
}

function drawing(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
