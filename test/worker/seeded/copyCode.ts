import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mistake } from './mistake.ts'

const PARTS = ['addin', 'worker', 'shared', 'test', 'tsconfig.json', 'wrangler.toml', 'package.json', '.tsconfig.base.json']

/** A copy of the code in which mistakes are made and undone. */
export interface CodeCopy {
  readonly folder: string
  /** Makes a mistake; answers what undoes it, or why it cannot be made: a place that is not there exactly once. */
  make(mistake: Mistake): (() => void) | string
  remove(): void
}

/** Copies the code of `root` into a folder of its own; `onWrite` hears of each file that a mistake changes or leaves. */
export function copyCode(root: string, onWrite: (path: string) => void): CodeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'mistakes-'))
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

  const write = (path: string, text: string) => {
    writeFileSync(path, text)
    onWrite(path)
  }
  const make = ({ edits }: Mistake) => {
    const sound = new Map<string, string>()
    const undo = () => {
      for (const [path, text] of sound) write(path, text)
    }
    for (const { file, find, replace } of edits) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      if (!sound.has(path)) sound.set(path, text)
      if (text.split(find).length !== 2) {
        undo()
        return `not once in ${file}: ${find}`
      }
      const wrong = text.replace(find, () => replace)
      if (file.endsWith('.ts')) stripTypeScriptTypes(wrong)
      write(path, wrong)
    }
    return undo
  }
  return { folder, make, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
