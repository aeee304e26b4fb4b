import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runCommand } from './commandLine.ts'
import { demoDocuments } from './report/demoDocuments.ts'

const USAGE = `npm run -s look -- [--out FOLDER] [--dpi N] [FILE.docx …]

Turns documents into pictures of their pages, to be looked at before they are issued: FOLDER/NAME-1.png … and NAME.pdf. Without
files the demo's report (draft and formal), circular and reminders.
  --out FOLDER   where to (default: .local/look)
  --dpi N        how large (default: 60)
It takes LibreOffice (soffice, or what SOFFICE names, with Writer) and pdftoppm of poppler-utils; on Debian
apt-get install libreoffice-writer-nogui poppler-utils.
Exit 0: pictures written; 1: could not; 2: asked wrongly; 3: LibreOffice or pdftoppm is not installed, nothing was looked at.`

const OPTIONS = { out: { type: 'string', default: '.local/look' }, dpi: { type: 'string', default: '60' } } as const
const SOFFICE = process.env.SOFFICE ?? 'soffice'
const MISSING = 3

await runCommand({ usage: USAGE, options: OPTIONS, takesWords: true }, async ({ values, words }) => {
  const missing = [SOFFICE, 'pdftoppm'].filter((program) => !isInstalled(program))
  if (missing.length > 0) {
    console.error(`${missing.join(' and ')}: not installed, so no document was looked at (--help names the packages)`)
    return MISSING
  }
  const work = mkdtempSync(join(tmpdir(), 'look-'))
  try {
    mkdirSync(values.out, { recursive: true })
    for (const { name, bytes } of words.length === 0 ? await demoDocuments() : []) writeFileSync(join(work, `${name}.docx`), bytes)
    for (const file of words) copyFileSync(file, join(work, basename(file)))
    for (const file of readdirSync(work).filter((name) => name.endsWith('.docx'))) {
      const name = basename(file, '.docx')
      console.log(`${name}: ${pagesOf(work, name, values.out, values.dpi)} pages in ${values.out}`)
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return 0
})

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['-h'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // started and complained is there
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  }
}

/** Writes a document's pages; how many there are. */
function pagesOf(work: string, name: string, out: string, dpi: string): number {
  // a profile of its own: LibreOffice lets two of one user run beside each other no other way
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`
  execFileSync(SOFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, join(work, `${name}.docx`)], { stdio: 'ignore' })
  const pages = () => readdirSync(out).filter((file) => file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1)))
  for (const old of pages()) rmSync(join(out, old))
  execFileSync('pdftoppm', ['-r', dpi, '-png', join(work, `${name}.pdf`), join(out, name)])
  copyFileSync(join(work, `${name}.pdf`), join(out, `${name}.pdf`))
  return pages().length
}
