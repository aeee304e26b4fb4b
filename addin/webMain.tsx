import { render } from 'preact'
import { deviceStore } from './device/deviceStore.ts'
import { paneStarts } from './floor/startWatch.ts'
import { createStore } from './state/createStore.ts'
import { fileMemory, filesKey } from './web/memory/fileMemory.ts'
import { FilesPage } from './web/page/FilesPage.tsx'
import { filesActions } from './web/page/filesActions.ts'
import type { PageState } from './web/page/pageState.ts'
import { filesEn } from './web/text/filesEn.ts'
import { filesZhCN } from './web/text/filesZhCN.ts'
import { noWorkbook } from './web/workbook/noWorkbook.ts'
import './web/paneHost.ts'

/** The page for files: what Excel is to the pane elsewhere, this page is to the pane in its frame. */
function start(root: HTMLElement): void {
  paneStarts(root)
  const texts = /^en\b/i.test(navigator.language) ? filesEn : filesZhCN
  document.documentElement.lang = texts.language
  // An invitation in the address is the pane's; it acts once, and does not stay where it is copied from.
  const pane = { address: `/filesPane.html${location.hash}`, turn: 0 }
  if (location.hash !== '') history.replaceState(null, '', location.pathname)
  const state = createStore<PageState>({
    opening: null,
    open: null,
    saving: 'saved',
    withMarks: false,
    notice: null,
    uncomputed: [],
    dragged: false,
    pane,
  })
  const memory = fileMemory(
    deviceStore(() => localStorage, filesKey('probe')),
    () => state.get().open?.name ?? '',
  )
  window.paneHost = {
    memory,
    get workbook() {
      return state.get().open?.sheet.workbook ?? noWorkbook
    },
  }
  const actions = filesActions({
    state,
    kind: texts.kind,
    fetchPart: () => import('./web/sheet/openSheet.ts'),
    year: () => new Date().getFullYear(),
  })
  root.replaceChildren()
  render(<FilesPage state={state} actions={actions} texts={texts} />, root)
}

// The page has the element; a page without it is not ours to start in.
const root = document.getElementById('pane')
if (root !== null) start(root)
