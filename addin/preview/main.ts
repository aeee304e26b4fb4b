import { downloadBytes } from './page/downloadBytes.ts'
import type { MenuEntry } from './page/menu.ts'
import { type OpenDocument, openDocument } from './page/openDocument.ts'
import { keepSettings, recallSettings } from './page/rememberSettings.ts'
import { findAccount, loadSession, type Session, takeCode } from './page/session.ts'
import { showDocument } from './page/showDocument.ts'
import { showNotice } from './page/showNotice.ts'
import { topBar } from './page/topBar.ts'

/**
 * Plays Excel on the web to the unmodified pane. In the address: `workbook` a sample's id ("01") or file, `as` a demo
 * account or its unit ("jiaotong"), `invite` a code to use instead of the next one, `pane` another page than the pane's.
 */
const PANE = '/taskpane.html'
const TRIES = 'preview.tries'
const PANE_TITLE = '重点民生实事进展'

const address = new URL(location.href)
const choice = (name: string): string | null => address.searchParams.get(name)

function goTo(name: string, value: string): void {
  const next = new URL(location.href)
  next.searchParams.set(name, value)
  next.searchParams.delete('invite')
  if (name === 'as') next.searchParams.set('change', '1')
  location.assign(next)
}

async function sampleBytes(session: Session, wanted: string | null): Promise<{ bytes: ArrayBuffer; name: string } | undefined> {
  const sample = session.workbooks.find(({ id, file }) => id === wanted || file === wanted || file === `${wanted}.xlsx`)
  const file = sample?.file ?? (wanted && /^[\w.-]+$/.test(wanted) ? `${wanted}.xlsx` : undefined)
  if (!file) return undefined
  const answer = await fetch(new URL(`samples/${file}`, location.href))
  return answer.ok ? { bytes: await answer.arrayBuffer(), name: file } : undefined
}

function paneAddress(session: Session, person: string | null): string {
  const account = findAccount(session, person)
  const code = choice('invite') ?? (account && takeCode(account, choice('change') !== null))
  history.replaceState(null, '', withoutOnce())
  return `${choice('pane') ?? PANE}${code ? `#invite=${encodeURIComponent(code)}` : ''}`
}

/** A code that another browser has used: the page is opened again with the next one, a few times at most. */
function tryAnotherCode(): void {
  const tries = Number(sessionStorage.getItem(TRIES) ?? 0)
  const until = Date.now() + 10_000
  const watch = setInterval(() => {
    const refused = document.querySelector('iframe')?.contentDocument?.querySelector('[data-fault="invitationInvalid"]')
    if (refused && tries < 5) {
      sessionStorage.setItem(TRIES, String(tries + 1))
      goTo('as', choice('as') ?? '')
    }
    if (refused || Date.now() > until) clearInterval(watch)
  }, 300)
}

/** What may act once only leaves the address. */
function withoutOnce(): URL {
  const plain = new URL(location.href)
  for (const name of ['change', 'invite']) plain.searchParams.delete(name)
  return plain
}

async function show(bytes: ArrayBuffer | undefined, name: string, session: Session): Promise<void> {
  const opened = await openDocument(bytes, name)
  recallSettings(opened.book)
  window.addEventListener('pagehide', () => keepSettings(opened.book))
  const shown = showDocument(opened, { year: new Date().getFullYear(), paneTitle: PANE_TITLE })
  const account = findAccount(session, choice('as'))
  const bar = topBar({
    book: opened.book,
    person: account?.name ?? '未选人员',
    samples: session.workbooks.map(
      ({ id, file, unit }): MenuEntry => ({
        label: `${id} ${unit}`,
        detail: file,
        current: file === name,
        choose: () => goTo('workbook', id),
      }),
    ),
    people: session.accounts.map(
      ({ id, name: label }): MenuEntry => ({ label, current: id === account?.id, choose: () => goTo('as', id) }),
    ),
    unsupported: shown.unsupported,
    open: (file) => void openFile(file, session),
    save: () => void saveFile(opened, name),
    togglePane: shown.togglePane,
  })
  document.body.replaceChildren(bar, shown.workspace)
  shown.openPane(paneAddress(session, choice('as')))
  if (choice('invite') === null) tryAnotherCode()
  shown.focus()
  Object.assign(window, { previewBook: opened.book, previewSave: opened.save })
}

async function saveFile(opened: OpenDocument, name: string): Promise<void> {
  downloadBytes(await opened.save(), name)
  if (opened.lost.length > 0) showNotice(`另存的文件不含原文件的这些内容：${opened.lost.join('、')}。原文件没有改动。`)
}

async function openFile(file: File, session: Session): Promise<void> {
  try {
    await show(await file.arrayBuffer(), file.name, session)
  } catch {
    showNotice(`打不开“${file.name}”：它不是 .xlsx 工作簿，或者有密码。`)
  }
}

const session = await loadSession()
const sample = await sampleBytes(session, choice('workbook'))
await show(sample?.bytes, sample?.name ?? '工作簿1.xlsx', session)
