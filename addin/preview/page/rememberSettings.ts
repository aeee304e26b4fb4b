import type { Book } from '../../book/book.ts'
import { isList, type Json } from '../../book/json.ts'

const keyOf = (name: string): string => `preview.settings.${name}`

/** Gives a workbook the settings that add-ins left with it: here they are stored in this browser, not in the file. */
export function recallSettings(book: Book): void {
  const stored: Json = JSON.parse(localStorage.getItem(keyOf(book.name)) ?? '[]')
  if (!isList(stored)) return
  for (const entry of stored) if (isList(entry) && typeof entry[0] === 'string') book.settings.set(entry[0], entry[1] ?? null)
}

/** Stores the settings of a workbook under its name. */
export const storeSettings = (book: Book): void => localStorage.setItem(keyOf(book.name), JSON.stringify([...book.settings]))
