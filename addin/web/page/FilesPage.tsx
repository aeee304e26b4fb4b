import { useEffect, useRef } from 'preact/hooks'
import { useStore } from '../../pane/frame/usePane.ts'
import { droppedFile } from '../file/pickedFile.ts'
import { NoticeBar } from './NoticeBar.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import type { PageProps } from './pageProps.ts'
import type { OpenFile } from './pageState.ts'
import { turnToPart } from './turnToPart.ts'

/** The page for files: a bar, the sheet, and the pane beside or below it. */
export function FilesPage(props: PageProps) {
  const { dragged } = useStore(props.state)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => listen(props, root.current ?? document.body), [])
  return (
    <div ref={root} class={`page${dragged ? ' dragged' : ''}`}>
      <Bar {...props} />
      <NoticeBar {...props} />
      <main class="workspace">
        <SheetPlace {...props} />
        <PaneFrame {...props} />
      </main>
    </div>
  )
}

function Bar({ state, actions, texts }: PageProps) {
  const { open, saving, withMarks } = useStore(state)
  return (
    <header class="title-line">
      <span class="mark" aria-hidden="true">
        表
      </span>
      <h1>{texts.name}</h1>
      {open !== null && (
        <p class="file-name">
          <span data-testid="file-name">{open.name}</span>
          <span class="file-state" data-testid="file-state" data-state={saving} role="status">
            {texts.states[saving]}
          </span>
        </p>
      )}
      <span class="space" />
      {open !== null && open.sheet.kind !== 'text' && (
        <label class="with-marks">
          <input
            type="checkbox"
            checked={withMarks}
            data-testid="with-marks"
            onChange={(event) => actions.setMarks(event.currentTarget.checked)}
          />
          {texts.withMarks}
        </label>
      )}
      <button type="button" class="bar-button" data-testid="open-file" onClick={() => void actions.open()}>
        {texts.open}
      </button>
      {open !== null && (
        <button
          type="button"
          class="bar-button main"
          disabled={saving === 'saving'}
          data-testid="save-file"
          onClick={() => void actions.save()}
        >
          {saveLabel(open, texts)}
        </button>
      )}
    </header>
  )
}

/** What pressing it does: saves in place, as a new .xlsx, or hands a file to the downloads. */
function saveLabel({ sheet, handle }: OpenFile, texts: PageProps['texts']): string {
  if (handle !== null) return texts.save
  return sheet.kind === 'other' ? texts.saveBeside : texts.saveByDownload
}

function SheetPlace({ state, actions, texts }: PageProps) {
  const { open, opening } = useStore(state)
  const place = useRef<HTMLDivElement>(null)
  const node = open?.sheet.node
  useEffect(() => {
    if (node === undefined) return
    place.current?.replaceChildren(node)
    open?.sheet.focus()
  }, [node])
  if (open !== null)
    return (
      <section class="place" aria-label={texts.sheet} data-part="sheet" aria-busy={opening !== null}>
        <div class="place" ref={place} />
        <p class="keys">{texts.keys}</p>
      </section>
    )
  return (
    <section class="place drop" aria-label={texts.sheet} data-part="sheet" aria-busy={opening !== null}>
      {opening === null ? (
        <>
          <p class="drop-lead">{texts.empty.lead}</p>
          <button type="button" class="big-button" data-testid="open-first" onClick={() => void actions.open()}>
            {texts.open}
          </button>
          <p class="drop-small">{texts.empty.formats}</p>
          <p class="drop-small">{texts.empty.privacy}</p>
        </>
      ) : (
        <p class="drop-lead" role="status">
          {texts.opening}
        </p>
      )}
    </section>
  )
}

/** What is not said to a single part: files dropped, leaving with unsaved changes, saving by the keyboard, going from part to part. */
function listen({ state, actions }: PageProps, root: HTMLElement): () => void {
  const onLeave = (event: BeforeUnloadEvent): void => {
    if (state.get().saving !== 'saved') event.preventDefault()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'F6') {
      event.preventDefault()
      turnToPart(root, event.shiftKey)
    }
    const isSave = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey
    if (!isSave || state.get().open === null) return
    event.preventDefault()
    void actions.save()
  }
  const onDrag = (event: DragEvent): void => {
    event.preventDefault()
    // left for another window, a drag leads nowhere within this one
    actions.setDragged(event.type === 'dragover' || (event.type === 'dragleave' && event.relatedTarget !== null))
    if (event.type === 'drop' && event.dataTransfer) void droppedFile(event.dataTransfer).then((picked) => picked && actions.take(picked))
  }
  const leaving = new AbortController()
  const { signal } = leaving
  window.addEventListener('beforeunload', onLeave, { signal })
  window.addEventListener('keydown', onKey, { signal })
  for (const type of ['dragover', 'dragleave', 'drop'] as const) window.addEventListener(type, onDrag, { signal })
  return () => leaving.abort()
}
