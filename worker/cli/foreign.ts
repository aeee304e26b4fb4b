import { existsSync } from 'node:fs'
import { runCommand, WrongUse } from './commandLine.ts'
import { type Examined, examineFiles } from './foreign/examineFiles.ts'
import { listFiles } from './foreign/listFiles.ts'
import { details, summary } from './foreign/summary.ts'

const USAGE = `npm run -s foreign -- [--details] [--seconds N] [--megabytes N] FOLDER …

How the workbooks of other programs are read: every .xlsx and .xlsm in these folders and below, by our reader and by SheetJS,
cell by cell (values, number formats, merged areas, hidden rows); and how they are saved: opened as on the page for files,
unchanged and with one cell changed, which parts differ then. Each is read in a worker that may take so many seconds
(60) and megabytes of heap (1024). Prints counts by kind; docs/files.md has those of public collections.
--details  a line for each file that is not opened and each difference: file, kind, cell, ours, theirs

Exit 0: every file came to an end; 1: one did not, or crashed a reader of ours; 2: asked wrongly.`

const OPTIONS = { details: { type: 'boolean' }, seconds: { type: 'string' }, megabytes: { type: 'string' } } as const

await runCommand({ usage: USAGE, options: OPTIONS, takesWords: true }, async ({ values, words: folders }) => {
  if (folders.length === 0) throw new WrongUse('Which folder?')
  const missing = folders.find((folder) => !existsSync(folder))
  if (missing !== undefined) throw new WrongUse(`${missing}: no such folder`)
  const bounds = { seconds: numberOf(values.seconds, 60), megabytes: numberOf(values.megabytes, 1024) }
  const all: Examined[] = []
  for await (const examined of examineFiles(folders.flatMap(listFiles), bounds)) {
    all.push(examined)
    if (values.details) for (const detail of details(examined)) console.log(detail)
  }
  console.log(summary(all))
  return all.some(({ examination }) => /^(?:out of|crashed)/.test(examination.outcome)) ? 1 : 0
})

function numberOf(written: string | undefined, usual: number): number {
  const number = Number(written ?? usual)
  if (!(number > 0)) throw new WrongUse(`${written}: no number above 0`)
  return number
}
