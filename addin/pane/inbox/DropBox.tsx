import { useRef, useState } from 'preact/hooks'
import type { InboxTexts } from '../text/inboxTexts.ts'

interface DropBoxProps {
  readonly add: (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<void>
  readonly words: InboxTexts
  readonly idle: boolean
}

/** Takes files in, chosen or dropped. */
export function DropBox({ add, words, idle }: DropBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = async (files: FileList | null | undefined): Promise<void> => {
    if (files == null || files.length === 0) return
    const read = await Promise.all([...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
    await add(read)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for whoever has no mouse
    <div
      class={`dropBox ${over ? 'over' : ''}`}
      data-testid="inbox-drop"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer?.files)
      }}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.et,.ods,.csv"
        data-testid="inbox-files"
        onChange={(event) => {
          const field = event.currentTarget
          void take(field.files).finally(() => {
            // The same file chosen again is a choice again.
            field.value = ''
          })
        }}
      />
      <fluent-button disabled={!idle} data-testid="inbox-choose" onClick={() => input.current?.click()}>
        {words.choose}
      </fluent-button>
      <p class="small">{words.drop}</p>
    </div>
  )
}
