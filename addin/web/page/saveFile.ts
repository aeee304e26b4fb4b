import { downloadFile } from '../file/downloadFile.ts'
import { writeFile } from '../file/fileOnDisk.ts'
import { pickPlace } from '../file/pickedFile.ts'
import type { FileContext } from './fileContext.ts'
import { watch } from './openFile.ts'
import type { OpenFile } from './pageState.ts'

/** What a file is called once it is saved: as it is, or as an .xlsx where it was of another kind. */
export const savedName = ({ name, sheet, handle }: OpenFile): string =>
  sheet.kind === 'other' && handle === null ? `${name.replace(/\.[^.]+$/, '')}.xlsx` : name

/** Saves the open file; first it says what the saved one would lack. `over` what another program has written meanwhile. */
export async function save(context: FileContext, over: boolean): Promise<void> {
  const { open, saving } = context.state.get()
  if (open === null || saving === 'saving') return
  const { lost, kind } = open.sheet
  if (kind === 'other' && open.handle === null && context.accepted === '') return context.say({ tag: 'savesBeside', name: savedName(open) })
  if (lost.length > 0 && context.accepted !== lost.join()) return context.say({ tag: 'lost', what: lost })
  await saveNow(context, open, over)
}

/** The person has read what the saved file lacks. */
export async function saveAccepted(context: FileContext): Promise<void> {
  const { open, saving } = context.state.get()
  if (open === null || saving === 'saving') return
  context.accepted = open.sheet.kind === 'other' ? 'beside' : open.sheet.lost.join()
  await saveNow(context, open, false)
}

async function saveNow(context: FileContext, open: OpenFile, over: boolean): Promise<void> {
  if (open.handle !== null) return saveTo(context, open, open.handle, over)
  const place = open.sheet.kind === 'other' ? await pickPlace(savedName(open), context.kind) : undefined
  if (place === null) return
  if (place === undefined) return downloadCopy(context)
  await saveTo(context, open, place, true)
}

async function saveTo(context: FileContext, open: OpenFile, handle: FileSystemFileHandle, over: boolean): Promise<void> {
  const bytes = await bytesOf(context, open)
  if (bytes === null) return
  const written = await writeFile(handle, bytes, over ? null : context.known)
  settle(context, written.tag === 'written')
  if (written.tag !== 'written') return context.say({ tag: written.tag === 'changed' ? 'wouldOverwrite' : written.tag })
  context.known = written.state
  if (handle !== open.source) watch(context, handle)
  context.change({ notice: null, open: { ...open, name: handle.name, handle, source: handle } })
}

/** Hands the file to the browser's downloads; one that lies somewhere else counts as unsaved there. */
export async function downloadCopy(context: FileContext): Promise<void> {
  const { open, saving } = context.state.get()
  if (open === null || saving === 'saving') return
  const bytes = await bytesOf(context, open)
  if (bytes === null) return
  downloadFile(bytes, savedName(open))
  settle(context, open.handle === null)
  context.say({ tag: 'downloaded', name: savedName(open) })
}

/** The bytes as they are to be saved; null where there are none for what a cell says. What is typed meanwhile counts as unsaved. */
async function bytesOf(context: FileContext, { sheet }: OpenFile): Promise<Uint8Array | null> {
  sheet.commit()
  context.change({ saving: 'saving' })
  try {
    const bytes = await sheet.save(context.state.get().withMarks)
    if (bytes.ok) return bytes.value
    context.say({ tag: 'notWritable', fault: bytes.fault, encoding: sheet.encoding })
  } catch (error) {
    console.error(error)
    context.say({ tag: 'notMade' })
  }
  settle(context, false)
  return null
}

function settle({ state, change }: FileContext, saved: boolean): void {
  if (state.get().saving === 'saving' || !saved) change({ saving: saved ? 'saved' : 'changed' })
}
