import { Worker } from 'node:worker_threads'
import type { Examination } from './examination.ts'

/** What a file may take, of both readers together. */
export interface Bounds {
  readonly seconds: number
  readonly megabytes: number
}

/** A file that was examined, or that a reader did not come to an end with. */
export interface Examined {
  readonly file: string
  readonly examination: Examination
}

type Ours = Omit<Examination, 'other'>
type Message = { readonly ours: Ours } | { readonly examination: Examination }

/**
 * Examines files one after the other in a worker that is replaced when a file was too much for it. Which of the two readers
 * that was is known by whether ours had ended.
 */
export async function* examineFiles(files: readonly string[], bounds: Bounds): AsyncGenerator<Examined> {
  let worker: Worker | undefined
  for (const file of files) {
    worker ??= newWorker(bounds)
    const { examination, isSpent } = await examineIn(worker, file, bounds)
    if (isSpent) {
      await worker.terminate()
      worker = undefined
    }
    yield { file, examination }
  }
  await worker?.terminate()
}

const newWorker = ({ megabytes }: Bounds): Worker =>
  new Worker(new URL('worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: megabytes }, stderr: true, stdout: true })

function examineIn(worker: Worker, file: string, { seconds }: Bounds): Promise<{ examination: Examination; isSpent: boolean }> {
  return new Promise((resolve) => {
    let ours: Ours | undefined
    const end = (examination: Examination, isSpent: boolean): void => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail)
      resolve({ examination, isSpent })
    }
    const giveUp = (why: string): void =>
      end(
        ours ? { ...ours, other: { refused: why } } : { outcome: why, ms: 0, megabytes: 0, cells: 0, other: { refused: 'not asked' } },
        true,
      )
    const hear = (message: Message): void => {
      if ('ours' in message) ours = message.ours
      else end(message.examination, false)
    }
    const fail = (error: Error & { code?: string }): void =>
      giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : `crashed: ${error.message}`)
    const timer = setTimeout(() => giveUp('out of time'), seconds * 1000)
    worker.on('message', hear).on('error', fail)
    worker.postMessage(file)
  })
}
