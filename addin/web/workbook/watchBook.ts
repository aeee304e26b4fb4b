import type { Book } from '../../book/book.ts'

/** Edits come one by one while a person types or pastes; the listener hears once, this long after the last. */
const DEBOUNCE_MS = 700

type Listener = (sheet: string) => void

/** Calls back with the name of a sheet that a person has edited, debounced; returns how to stop. */
export function onEdited(book: Book, listener: Listener): () => void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = book.listen((event) => {
    if (event.kind !== 'edited' || event.by !== 'person') return
    const { id } = event.sheet
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => !event.sheet.deleted && listener(event.sheet.name), DEBOUNCE_MS),
    )
  })
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
    stop()
  }
}

/** Calls back with the name of a sheet that is shown, or that is gone; returns how to stop. */
export const onSheet = (book: Book, kind: 'activated' | 'deleted', listener: Listener): (() => void) =>
  book.listen((event) => {
    if ((event.kind === 'activated' || event.kind === 'deleted') && event.kind === kind) listener(event.sheet.name)
  })
