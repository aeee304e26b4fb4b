import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportInput } from '../../shared/report/reportInput.ts'
import { callApi } from '../../worker/cli/site/callApi.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { root } from '../../worker/cli/site/projectRoot.ts'
import { serveSite } from '../../worker/cli/site/serveSite.ts'
import { alternate } from './alternate.ts'
import type { BenchRow } from './benchRow.ts'
import { besideFloor } from './besideFloor.ts'
import { round2 } from './medians.ts'
import { bareDocx, longReportOf, lookAtAndWrite, reportOf, writeReport } from './reportDocuments.ts'

const ROUNDS = 7
const BATCH = 20

/** A report of 23 tasks, one of 2,300 (100 times the former where it is linear), one of long texts, and the first inside workerd. */
export default async function report(): Promise<readonly BenchRow[]> {
  const [small, large] = [reportOf(1), reportOf(100)]
  const bare = 'the docx package alone, the same paragraphs'
  const one = await besideFloor({ name: 'report-23', act: () => writeReport(small), floor: bare, least: () => bareDocx(small) })
  const floor = 'report-23, 100 times'
  const linear = await besideFloor({ name: 'report-2300', act: () => writeReport(large), floor, least: () => hundredTimes(small) })
  return [one, linear, await longTexts(), await inWorkerd(bare)]
}

/** Texts of 20,000 characters on all tasks, read, looked at and written; ten times the same of 2,000 where that is linear. */
function longTexts(): Promise<BenchRow> {
  const [long, short] = [longReportOf(20_000), longReportOf(2_000)]
  const least = async () => {
    for (let n = 0; n < 10; n++) await lookAtAndWrite(short)
  }
  return besideFloor({ name: 'report-long-texts', act: () => lookAtAndWrite(long), floor: 'texts of 2,000 characters, 10 times', least })
}

async function hundredTimes(input: ReportInput): Promise<void> {
  for (let n = 0; n < 100; n++) await writeReport(input)
}

/** Milliseconds for one report in workerd, as seen from outside: twenty in one request less none, ÷ 20. */
async function inWorkerd(floor: string): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-report-'))
  const certificate = await localCertificate(`${folder}/certificate`, new Date())
  mkdirSync(`${folder}/site`)
  const main = `${root}test/bench/reportWorker.ts`
  const site = await serveSite({
    port: await freePort(3950),
    assets: `${folder}/site`,
    state: `${folder}/state`,
    certificate,
    main,
  })
  try {
    const call = callApi(site.origin, certificate.caPath)
    const ask = async (path: string) => {
      const { status } = await call({ path })
      if (status !== 200) throw new Error(`${path}: ${status}`)
    }
    const batch = await alternate(
      'report-23-workerd',
      floor,
      ROUNDS,
      () => ask(`/v1/report/${BATCH}`),
      () => ask(`/v1/bare/${BATCH}`),
    )
    const empty = await alternate(
      'empty',
      floor,
      ROUNDS,
      () => ask('/v1/report/0'),
      () => ask('/v1/bare/0'),
    )
    const each = (batched: number, nothing: number) => (batched - nothing) / BATCH
    const [act, least] = [each(batch.median_ms, empty.median_ms), each(batch.floor_ms, empty.floor_ms)]
    return { name: batch.name, clock: batch.clock, median_ms: round2(act), floor, floor_ms: round2(least), ratio: round2(act / least) }
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
