/** What is known of a file where it lies: it is another once one of these is. */
export interface FileState {
  readonly size: number
  readonly lastModified: number
}

export const stateOf = ({ size, lastModified }: File): FileState => ({ size, lastModified })

export const isSameState = (one: FileState, other: FileState): boolean => one.size === other.size && one.lastModified === other.lastModified

/** What became of writing a file. */
export type Written =
  | { readonly tag: 'written'; readonly state: FileState }
  /** It is another than the one that was opened. */
  | { readonly tag: 'changed' }
  /** The person or the browser did not allow it. */
  | { readonly tag: 'notAllowed' }
  /** It is gone, or another program holds it. */
  | { readonly tag: 'notWritten' }

/**
 * Writes bytes in place of a file, whole or not at all; not over what another program wrote since `known`, unless that is
 * null. Called at a press of a button: the browser asks the person for leave then.
 */
export async function writeFile(handle: FileSystemFileHandle, bytes: Uint8Array, known: FileState | null): Promise<Written> {
  try {
    if ((await handle.requestPermission?.({ mode: 'readwrite' })) === 'denied') return { tag: 'notAllowed' }
    if (known !== null && !isSameState(stateOf(await handle.getFile()), known)) return { tag: 'changed' }
    const stream = await handle.createWritable()
    await stream.write(new Uint8Array(bytes))
    await stream.close()
    return { tag: 'written', state: stateOf(await handle.getFile()) }
  } catch (error) {
    return { tag: error instanceof DOMException && error.name === 'NotAllowedError' ? 'notAllowed' : 'notWritten' }
  }
}

/** How often a file is looked at while the page is shown. */
const LOOK_EVERY_MS = 3_000

/**
 * Calls back when the file is another than `known` says, once for each of its states: looked at every few seconds while the
 * page is shown, and at once when the person comes back to it. Returns how to stop.
 */
export function watchFile(handle: FileSystemFileHandle, known: () => FileState, onChanged: (now: File) => void): () => void {
  let heard: FileState | null = null
  let stopped = false
  const look = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return
    // one that is just being replaced is not there for a moment
    const file = await handle.getFile().catch(() => null)
    if (stopped || file === null || isSameState(stateOf(file), known()) || (heard && isSameState(stateOf(file), heard))) return
    heard = stateOf(file)
    onChanged(file)
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  const onBack = (): void => void look()
  window.addEventListener('focus', onBack)
  document.addEventListener('visibilitychange', onBack)
  return () => {
    stopped = true
    clearInterval(timer)
    window.removeEventListener('focus', onBack)
    document.removeEventListener('visibilitychange', onBack)
  }
}
