import { statSync } from 'node:fs'

/**
 * Looks whether a file is still the one that it was: answers false once it was moved away, removed, or another was put in
 * its place, though whoever has it open can go on writing into it. A look takes some microseconds.
 */
export function fileInPlace(file: string): () => boolean {
  const opened = identity(file)
  return () => identity(file) === opened
}

function identity(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}
