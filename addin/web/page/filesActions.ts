import type { CsvEncoding } from '../../../shared/grid/csv/csvEncoding.ts'
import { type PickedFile, pickFile } from '../file/pickedFile.ts'
import { createFileContext, type FilesPage } from './fileContext.ts'
import { openFile } from './openFile.ts'
import { downloadCopy, save, saveAccepted } from './saveFile.ts'

/** What a person can do on the page around the pane. */
export interface FilesActions {
  /** 打开文件: asks for one, and before that what is to become of unsaved changes. */
  open(): Promise<void>
  /** Opens a file that was chosen or dropped. */
  take(picked: PickedFile): Promise<void>
  /** Opens it whatever is not saved. */
  openAnyway(next: PickedFile | null): Promise<void>
  /** Opens a text whose encoding was in doubt. */
  openAs(picked: PickedFile, encoding: CsvEncoding): Promise<void>
  /** 保存: in place where the browser can, else as a download; a file that is no .xlsx and no text as a new one beside it. */
  save(over?: 'whatIsThere'): Promise<void>
  /** Saves although something is left out of the file. */
  saveAccepted(): Promise<void>
  download(): Promise<void>
  /** Reads the file again as it lies there now, and has the pane check it. */
  reread(): Promise<void>
  setMarks(wanted: boolean): void
  setDragged(dragged: boolean): void
  dismiss(): void
}

/** Opening, saving and reading again. */
export function filesActions(page: FilesPage): FilesActions {
  const context = createFileContext(page)
  const { state, change, say } = context
  const actions: FilesActions = {
    async open() {
      if (state.get().saving === 'changed') return say({ tag: 'unsaved', next: null })
      await actions.openAnyway(null)
    },
    async take(picked) {
      if (state.get().saving === 'changed') return say({ tag: 'unsaved', next: picked })
      await openFile(context, picked, {})
    },
    async openAnyway(next) {
      const picked = next ?? (await pickFile(page.kind))
      if (picked !== null) await openFile(context, picked, {})
    },
    openAs: (picked, encoding) => openFile(context, picked, { choice: { encoding } }),
    save: (over) => save(context, over === 'whatIsThere'),
    saveAccepted: () => saveAccepted(context),
    download: () => downloadCopy(context),
    async reread() {
      const { source, choice } = state.get().open ?? {}
      const file = await source?.getFile().catch(() => null)
      if (source && file) await openFile(context, { file, handle: source }, { choice, asked: 'check' })
      else say({ tag: 'notWritten' })
    },
    setMarks: (withMarks) => change({ withMarks }),
    setDragged: (dragged) => state.get().dragged !== dragged && change({ dragged }),
    dismiss: () => say(null),
  }
  return actions
}
