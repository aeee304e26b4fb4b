import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Workbooks of Open XML in a folder and those below it, in the order of their paths. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.xls[xm]$/i.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
