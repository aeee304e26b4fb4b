import { type SavedAgain, savedUnchanged, savedWithOneCell } from '../../../addin/book/trial/trySaving.ts'
import type { Saving } from './examination.ts'

/** Opens a file as the page does and saves it, as it is and with one cell changed. */
export function examineSaving(bytes: Uint8Array): Saving {
  try {
    const { value, ...edited } = savedWithOneCell(bytes)
    return {
      unchanged: savedUnchanged(bytes).differing,
      edited: kindsOf(edited),
      isReadBack: value === undefined || String(value) === '20210526',
    }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/** "xl/worksheets/sheet#.xml", each once. */
const kindsOf = ({ differing }: SavedAgain): readonly string[] => [...new Set(differing.map((path) => path.replace(/\d+/g, '#')))].sort()
