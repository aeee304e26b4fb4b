import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, WrongUse } from './commandLine.ts'
import { depthsFound, fitRows } from './fit/fitRows.ts'
import { type LabelledTable, measuredTables } from './fit/labelledTables.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run -s fit -- --structure FOLDER

Learns from labelled tables how a row of headings looks, by structure alone, and writes the weights to
shared/sheet/structure/structureWeights.json: the same tables give the same file again. FOLDER holds train_tables.json,
dev_tables.json and test_tables.json of IM-TQA (SpursGoZmy/IM-TQA), which stay out of the project. Prints how many unseen
tables' headings are found as deep as they are. Exit 0: written; 2: asked wrongly, or the tables are not there.`

const FILE = 'shared/sheet/structure/structureWeights.json'

await runCommand({ usage: USAGE, options: { structure: { type: 'string' } } }, ({ values }) => {
  const folder = values.structure
  if (folder === undefined) throw new WrongUse('--structure FOLDER is missing: the tables to learn from')
  const read = (name: string) => {
    const path = join(folder, name)
    if (!existsSync(path)) throw new WrongUse(`${path}: no such file`)
    const bytes = readFileSync(path)
    // The material is what its own description says; a table of another shape would fail the tests of the weights.
    const tables = JSON.parse(bytes.toString('utf8')) as readonly LabelledTable[]
    return { name, sha256: createHash('sha256').update(bytes).digest('hex'), tables: measuredTables(tables) }
  }
  const train = read('train_tables.json')
  const unseen = [read('dev_tables.json'), read('test_tables.json')]
  const model = fitRows(train.tables)
  const sources = [{ name: 'IM-TQA (SpursGoZmy/IM-TQA)', file: train.name, sha256: train.sha256, tables: train.tables.length }]
  writeFileSync(join(root, FILE), `${JSON.stringify({ sources, ...model }, null, 2)}\n`)
  const found = depthsFound(
    model,
    unseen.flatMap(({ tables }) => tables),
  )
  console.log(JSON.stringify({ learnt: train.tables.length, unseen: found, written: FILE }))
})
