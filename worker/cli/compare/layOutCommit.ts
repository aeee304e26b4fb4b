import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MOST_BYTES = 1024 ** 3

/**
 * The files of a commit in a folder below .local/compare of `root`, where they find the packages of this tree; laid out
 * once and kept, since a commit never changes. Undefined where git knows no such commit.
 */
export function layOutCommit(root: string, commit: string): string | undefined {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] })
  let sha: string
  try {
    sha = git('rev-parse', '--verify', `${commit}^{commit}`).toString().trim()
  } catch {
    return undefined
  }
  const folder = join(root, '.local/compare', sha)
  if (existsSync(join(folder, 'package.json'))) return folder
  mkdirSync(join(root, '.local/compare'), { recursive: true })
  // Into a folder of another name first: what was broken off half-way is never taken for the commit.
  const partial = mkdtempSync(join(root, '.local/compare/partial-'))
  const archive = join(partial, 'commit.tar')
  writeFileSync(archive, git('archive', '--format=tar', sha))
  execFileSync('tar', ['-xf', archive, '-C', partial])
  rmSync(archive)
  rmSync(folder, { recursive: true, force: true })
  renameSync(partial, folder)
  return folder
}
