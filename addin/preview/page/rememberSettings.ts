import type { Book } from '../book/book.ts'

const keyOf = (name: string): string => `preview.settings.${name}`

/** Gives a workbook the settings that add-ins left with it: here they live beside the file, in this browser. */
export function recallSettings(book: Book): void {
  const kept: unknown = JSON.parse(localStorage.getItem(keyOf(book.name)) ?? '[]')
  if (Array.isArray(kept)) for (const [key, value] of kept as [string, unknown][]) book.settings.set(key, value)
}

export const keepSettings = (book: Book): void => localStorage.setItem(keyOf(book.name), JSON.stringify([...book.settings]))
