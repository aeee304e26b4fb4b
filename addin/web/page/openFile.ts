import { withTimeout } from '../../patience/withTimeout.ts'
import { stateOf, watchFile } from '../file/fileOnDisk.ts'
import type { PickedFile } from '../file/pickedFile.ts'
import type { FileContext } from './fileContext.ts'
import type { OpenFile } from './pageState.ts'

/** Half a megabyte of code over a bad line. */
const PART_MS = 60_000

/** How a file is opened: what a person said of a text in doubt, and what the pane is asked for then. */
export interface Opening {
  readonly choice?: OpenFile['choice'] | undefined
  readonly asked?: 'check'
}

/** Opens a file in place of the one that is open; what cannot be opened leaves that one, and says why. */
export async function openFile(context: FileContext, picked: PickedFile, { choice = {}, asked }: Opening): Promise<void> {
  const { change, say, state } = context
  const { file, handle } = picked
  change({ opening: file.name, notice: null })
  const part = await withTimeout(context.fetchPart(), PART_MS, () => new Error('no answer')).catch(() => null)
  if (part === null) return change({ opening: null, notice: { tag: 'notFetched', picked } })
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return change({ opening: null, notice: { tag: 'notRead', name: file.name } })
  const onRefused = (sentence: string): void => say({ tag: 'refused', sentence })
  const opened = await part.openSheet(new Uint8Array(bytes), file.name, { year: context.year(), onRefused, choice })
  if (!opened.ok) {
    const { fault } = opened
    const doubt = fault.tag === 'encodingUnclear'
    return change({
      opening: null,
      notice: doubt ? { tag: 'encodingUnclear', picked, candidates: fault.candidates } : { tag: 'notOpened', name: file.name, fault },
    })
  }
  const sheet = opened.value
  context.known = stateOf(file)
  context.accepted = ''
  watch(context, handle)
  sheet.onChanged((uncomputed) => state.get().open?.sheet === sheet && change({ saving: 'changed', uncomputed }))
  change({
    opening: null,
    // what is neither .xlsx nor text is read, and never written over
    open: { name: file.name, sheet, choice, source: handle, handle: sheet.kind === 'other' ? null : handle },
    saving: 'saved',
    uncomputed: [],
    withMarks: sheet.cameMarked,
    pane: { address: asked === undefined ? '/filesPane.html' : `/filesPane.html?open=${asked}`, turn: state.get().pane.turn + 1 },
  })
  sheet.focus()
}

/** Says when another program has written the file. */
export function watch(context: FileContext, handle: FileSystemFileHandle | null): void {
  context.stopWatching()
  const { say } = context
  context.stopWatching =
    handle === null
      ? () => undefined
      : watchFile(
          handle,
          () => context.known,
          () => say({ tag: 'changedElsewhere' }),
        )
}
