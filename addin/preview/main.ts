import { type OpenDocument, openDocument } from '../book/document/openDocument.ts'
import { downloadBytes } from './page/downloadBytes.ts'
import { recallSettings, storeSettings } from './page/rememberSettings.ts'
import { type DemoAccount, findAccount, loadSession, type SampleWorkbook } from './page/session.ts'
import { type ShownDocument, showDocument } from './page/showDocument.ts'
import { showNotice } from './page/showNotice.ts'
import { signIn } from './page/signIn.ts'
import { topBar } from './page/topBar.ts'
import { chosenApi, chosenMoods, chosenPerson, chosenWorkbook, remember } from './page/visit.ts'

/** Plays Excel on the web to the unmodified pane, with a sample workbook open and a demo account signed in. */
const PANE_TITLE = '重点民生实事进展'

const session = await loadSession()
const moods = chosenMoods()
let person = findAccount(session, chosenPerson())
let shown: ShownDocument | undefined

/** A document takes the place of the one that is open. */
function present(opened: OpenDocument): ShownDocument {
  shown?.close()
  recallSettings(opened.book)
  const next = showDocument(opened, { year: new Date().getFullYear(), paneTitle: PANE_TITLE, moods, api: chosenApi() })
  document.body.replaceChildren(barOf(opened, next), next.workspace)
  Object.assign(window, { previewBook: opened.book, previewSave: opened.save })
  window.addEventListener('pagehide', () => storeSettings(opened.book))
  shown = next
  return next
}

function barOf(opened: OpenDocument, beside: ShownDocument): HTMLElement {
  const { book } = opened
  const bar = topBar({
    book,
    moods,
    person: person?.name ?? '未选人员',
    samples: session.workbooks.map((sample) => ({
      label: `${sample.id} ${sample.unit}`,
      detail: sample.file,
      current: sample.file === book.name,
      choose: () => void openSample(sample),
    })),
    people: coordinatorFirst(session.accounts).map((account) => ({
      label: account.name,
      current: account === person,
      choose: () => {
        become(account)
        bar.replaceWith(barOf(opened, beside))
        signIn(beside, account, true)
      },
    })),
    unsupported: beside.unsupported,
    open: (file) => void openFile(file),
    save: () => void saveFile(opened),
    pane: beside,
  })
  return bar
}

/** Who is not a clerk is found at the top: there are many clerks. */
const coordinatorFirst = (accounts: readonly DemoAccount[]): readonly DemoAccount[] => [
  ...accounts.filter(({ role }) => role === 'coordinator'),
  ...accounts.filter(({ role }) => role !== 'coordinator' && role !== 'clerk'),
  ...accounts.filter(({ role }) => role === 'clerk'),
]

function become(account: DemoAccount): void {
  person = account
  remember('as', account.id)
}

async function openSample(sample: SampleWorkbook): Promise<void> {
  const bytes = await sampleBytes(sample.file)
  if (!bytes) return showNotice(`没有找到示例工作簿“${sample.file}”。`)
  remember('workbook', sample.id)
  signIn(present(await openDocument(bytes, sample.file)), person, false)
}

async function openFile(file: File): Promise<void> {
  try {
    signIn(present(await openDocument(await file.arrayBuffer(), file.name)), person, false)
  } catch {
    showNotice(`打不开“${file.name}”：它不是 .xlsx 工作簿，或者有密码。`)
  }
}

async function saveFile({ book, lost, save }: OpenDocument): Promise<void> {
  try {
    downloadBytes(await save(), book.name)
    if (lost.length > 0) showNotice(`另存的文件不含原文件的这些内容：${lost.join('、')}。原文件没有改动。`)
  } catch (error) {
    showNotice(`没有存成“${book.name}”：${error instanceof Error ? error.message : String(error)}。原文件没有改动。`)
  }
}

async function sampleBytes(file: string): Promise<ArrayBuffer | undefined> {
  const answer = await fetch(new URL(`samples/${file}`, location.href))
  return answer.ok ? answer.arrayBuffer() : undefined
}

/** The workbook that the address asks for: a sample, or any file beside the samples. */
async function firstDocument(): Promise<OpenDocument> {
  const wanted = chosenWorkbook()
  const sample = session.workbooks.find(({ id, file }) => id === wanted || file === wanted || file === `${wanted}.xlsx`)
  const file = sample?.file ?? (wanted && /^[\w.-]+$/.test(wanted) ? `${wanted}.xlsx` : undefined)
  const bytes = file ? await sampleBytes(file) : undefined
  if (wanted && !bytes) showNotice(`没有找到示例工作簿“${wanted}”，打开了一个空白工作簿。`)
  return openDocument(bytes, bytes && file ? file : '工作簿1.xlsx')
}

const opened = present(await firstDocument())
signIn(opened, person, false)
opened.focus()
