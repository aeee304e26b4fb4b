import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { examineFile } from './examineFile.ts'

/** Examines each file whose path it is sent; sends our reading of it, and then the whole. */
parentPort?.on('message', (path: string) => {
  const examination = examineFile(readFileSync(path), (ours) => parentPort?.postMessage({ ours }))
  parentPort?.postMessage({ examination })
})
