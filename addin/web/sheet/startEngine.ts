import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import { FormulaEngine, startFormulaEngine } from '../../book/formulaEngine.ts'

let started: Promise<void> | undefined

/** An engine for one workbook; its WebAssembly is fetched with the first. Throws where it cannot be fetched, or run. */
export async function startEngine(): Promise<FormulaEngine> {
  started ??= startFormulaEngine(wasm)
  await started.catch((error: unknown) => {
    // the next workbook may try again
    started = undefined
    throw error
  })
  return new FormulaEngine()
}
