import { withTimeout } from '../../patience/withTimeout.ts'
import type { Store } from '../../state/createStore.ts'
import { downloadFile } from '../file/downloadFile.ts'
import { type FileState, stateOf, watchFile, writeFile } from '../file/fileOnDisk.ts'
import { type PickedFile, pickFile } from '../file/pickedFile.ts'
import type { OpenSheet } from '../sheet/openSheet.ts'
import type { Notice, OpenFile, PageState } from './pageState.ts'

/** What a person can do on the page around the pane. */
export interface FilesActions {
  /** 打开文件: asks for one, and before that what is to become of unsaved changes. */
  open(): Promise<void>
  /** Opens a file that was chosen or dropped. */
  take(picked: PickedFile): Promise<void>
  /** Opens it whatever is not saved. */
  openAnyway(next: PickedFile | null): Promise<void>
  /** 保存: in place where the browser can, else as a download. */
  save(over?: 'whatIsThere'): Promise<void>
  /** Saves although something is left out of the file. */
  saveAnyway(): Promise<void>
  download(): Promise<void>
  /** Reads the file again as it lies there now, and has the pane check it. */
  reread(): Promise<void>
  setMarks(wanted: boolean): void
  setDragged(dragged: boolean): void
  dismiss(): void
}

type Part = typeof import('../sheet/openSheet.ts')

/** What the actions need of the page. `kind` names the files that the browser's own dialog offers. */
export interface FilesPage {
  readonly state: Store<PageState>
  readonly kind: string
  /** The code that opens files, fetched when the first is opened. */
  fetchPart(): Promise<Part>
  /** Of "5月20日" typed into a cell. */
  year(): number
}

/** Half a megabyte of code over a bad line. */
const PART_MS = 60_000

/** Opening, saving and reading again. */
export function filesActions(page: FilesPage): FilesActions {
  const { state } = page
  const change = (next: Partial<PageState>): void => state.update((before) => ({ ...before, ...next }))
  const say = (notice: Notice | null): void => change({ notice })
  /** The file as it was when it was last read or written here. */
  let known: FileState = { size: 0, lastModified: 0 }
  let stopWatching = (): void => undefined
  /** What the person has accepted to be left out. */
  let accepted = ''

  async function show(picked: PickedFile, asked: '' | 'check'): Promise<void> {
    const { file, handle } = picked
    change({ opening: file.name, notice: null })
    const part = await withTimeout(page.fetchPart(), PART_MS, () => new Error('no answer')).catch(() => null)
    if (part === null) return change({ opening: null, notice: { tag: 'notFetched', picked } })
    const sheet = await openOr(part, file)
    if (sheet === null) return change({ opening: null, notice: { tag: 'notOpened', name: file.name } })
    known = stateOf(file)
    accepted = ''
    stopWatching()
    stopWatching =
      handle === null
        ? () => undefined
        : watchFile(
            handle,
            () => known,
            () => say({ tag: 'changedElsewhere' }),
          )
    sheet.onChanged((uncomputed) => state.get().open?.sheet === sheet && change({ saving: 'changed', uncomputed }))
    const { turn } = state.get().pane
    const address = `/filesPane.html${asked === '' ? '' : `?open=${asked}`}`
    change({
      opening: null,
      open: { name: file.name, sheet, handle },
      saving: 'saved',
      uncomputed: [],
      withMarks: sheet.cameMarked,
      pane: { address, turn: turn + 1 },
    })
    sheet.focus()
  }

  async function openOr({ openSheet }: Part, file: File): Promise<OpenSheet | null> {
    try {
      const onRefused = (sentence: string): void => say({ tag: 'refused', sentence })
      return await openSheet(await file.arrayBuffer(), file.name, { year: page.year(), onRefused })
    } catch (error) {
      console.error(error)
      return null
    }
  }

  /** The bytes as they are to be saved; what is typed meanwhile counts as unsaved. */
  async function bytesOf({ sheet }: OpenFile): Promise<Uint8Array> {
    sheet.commit()
    change({ saving: 'saving' })
    return sheet.save(state.get().withMarks)
  }

  const settle = (saved: boolean): void => {
    if (state.get().saving === 'saving' || !saved) change({ saving: saved ? 'saved' : 'changed' })
  }

  async function saveTo(open: OpenFile, handle: FileSystemFileHandle, over: boolean): Promise<void> {
    const written = await writeFile(handle, await bytesOf(open), over ? null : known)
    settle(written.tag === 'written')
    if (written.tag === 'written') {
      known = written.state
      return say(null)
    }
    say({ tag: written.tag === 'changed' ? 'wouldOverwrite' : written.tag })
  }

  const actions: FilesActions = {
    async open() {
      if (state.get().saving === 'changed') return say({ tag: 'unsaved', next: null })
      await actions.openAnyway(null)
    },
    async take(picked) {
      if (state.get().saving === 'changed') return say({ tag: 'unsaved', next: picked })
      await show(picked, '')
    },
    async openAnyway(next) {
      const picked = next ?? (await pickFile(page.kind))
      if (picked !== null) await show(picked, '')
    },
    async save(over) {
      const { open, saving } = state.get()
      if (open === null || saving === 'saving') return
      const lost = open.sheet.lost
      if (lost.length > 0 && accepted !== lost.join()) return say({ tag: 'lost', what: lost })
      if (open.handle === null) return actions.download()
      await saveTo(open, open.handle, over === 'whatIsThere')
    },
    async saveAnyway() {
      accepted = state.get().open?.sheet.lost.join() ?? ''
      await actions.save()
    },
    async download() {
      const { open, saving } = state.get()
      if (open === null || saving === 'saving') return
      downloadFile(await bytesOf(open), open.name)
      settle(open.handle === null)
      say({ tag: 'downloaded', name: open.name })
    },
    async reread() {
      const { open } = state.get()
      const file = await open?.handle?.getFile().catch(() => null)
      if (open?.handle && file) await show({ file, handle: open.handle }, 'check')
      else say({ tag: 'notWritten' })
    },
    setMarks: (withMarks) => change({ withMarks }),
    setDragged: (dragged) => state.get().dragged !== dragged && change({ dragged }),
    dismiss: () => say(null),
  }
  return actions
}
