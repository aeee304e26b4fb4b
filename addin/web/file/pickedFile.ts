/** A file that a person chose, and where it can be written again; null where the browser gives no way back to it. */
export interface PickedFile {
  readonly file: File
  readonly handle: FileSystemFileHandle | null
}

/** Which files the page opens, by their endings. */
export const ENDINGS = ['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.csv', '.txt'] as const

interface PickerOptions {
  readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[]
  readonly excludeAcceptAllOption?: boolean
}

declare global {
  interface Window {
    /** Chromium's alone; without it a file is chosen by an input and comes without a way back. */
    showOpenFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle[]>
    showSaveFilePicker?: (options: PickerOptions & { readonly suggestedName: string }) => Promise<FileSystemFileHandle>
  }
  interface FileSystemFileHandle {
    requestPermission?(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
  }
}

/** Asks the person for a file; null where they change their mind. `description` names the kind of files. */
export async function pickFile(description: string): Promise<PickedFile | null> {
  const { showOpenFilePicker } = window
  if (showOpenFilePicker === undefined) return chooseByInput()
  try {
    const types = [{ description, accept: { 'application/x-spreadsheet': ENDINGS } }]
    const [handle] = await showOpenFilePicker.call(window, { types })
    return handle ? { file: await handle.getFile(), handle: writable(handle) } : null
  } catch (error) {
    // closed without choosing; a browser or its owner that forbids the picker still has the input
    return error instanceof DOMException && error.name === 'AbortError' ? null : chooseByInput()
  }
}

/** A handle by which a file can be written again; some browsers have such that only read. */
const writable = (handle: FileSystemFileHandle): FileSystemFileHandle | null => ('createWritable' in handle ? handle : null)

function chooseByInput(): Promise<PickedFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ENDINGS.join(',')
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ? { file: input.files[0], handle: null } : null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/**
 * Asks where a new .xlsx is to be saved; null where the person changes their mind, undefined where the browser cannot ask.
 * Called at a press of a button.
 */
export async function pickPlace(name: string, description: string): Promise<FileSystemFileHandle | null | undefined> {
  const { showSaveFilePicker } = window
  if (showSaveFilePicker === undefined) return undefined
  try {
    const types = [{ description, accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'] } }]
    return writable(await showSaveFilePicker.call(window, { types, suggestedName: name })) ?? undefined
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? null : undefined
  }
}

/** The first file of what was dropped. */
export async function droppedFile(dropped: DataTransfer): Promise<PickedFile | null> {
  const item = [...dropped.items].find(({ kind }) => kind === 'file')
  const file = item?.getAsFile() ?? null
  if (!item || !file) return null
  const handle = (await item.getAsFileSystemHandle?.().catch(() => null)) ?? null
  return { file, handle: handle instanceof FileSystemFileHandle ? writable(handle) : null }
}
