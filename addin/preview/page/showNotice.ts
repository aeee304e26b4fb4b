import { element } from '../../gridView/element.ts'

const SHOWN_FOR = 6_000

/** Says a sentence at the bottom of the page, for some seconds. */
export function showNotice(sentence: string): void {
  for (const earlier of document.querySelectorAll('.notice')) earlier.remove()
  const notice = element('div', { className: 'notice', role: 'alert', textContent: sentence })
  document.documentElement.append(notice)
  setTimeout(() => notice.remove(), SHOWN_FOR)
}
