import { element } from '../../gridView/element.ts'

declare global {
  interface Window {
    /** What the pane asked this stand-in for and it does not know. */
    __unsupported: readonly string[]
  }
}

/** Shows, to people and to tests, what was asked for and is not known here; nothing is shown while all is known. */
export function unsupportedList(): { readonly node: HTMLElement; show(names: readonly string[]): void } {
  const summary = element('summary')
  const list = element('ul')
  const node = element('details', { className: 'unsupported', hidden: true }, summary, list)
  window.__unsupported = []
  return {
    node,
    show: (names) => {
      window.__unsupported = [...names]
      node.hidden = names.length === 0
      summary.textContent = `本试用页不支持的调用：${names.length}`
      list.replaceChildren(...names.map((name) => element('li', { textContent: name })))
    },
  }
}
