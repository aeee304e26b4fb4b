import { readdirSync, readFileSync } from 'node:fs'

/** A labelled sheet as it lies here: a JSON grid (`gridFromJson`), where it came from, and what a careful person reads out of it. */
export interface LabelledSheet {
  readonly name: string
  /** Of which writing it is: "developed", "second hand", "blind 1" … (test/README.md). */
  readonly batch: string
  /** Why its labels are not reached yet; undefined where they are. */
  readonly open?: string
  readonly sheet_name: string
  /** What is peculiar to its layout, in words. */
  readonly layout: string
  readonly context: { readonly unit: string; readonly period: string; readonly year: number; readonly today?: string }
}

const folder = new URL('.', import.meta.url)

/** All labelled sheets as "kind/keeper-peculiarity", in alphabetical order. */
export const sheetNames: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length).replaceAll('\\', '/'))
  .sort()

/** The sheet of a name, with as much of its grid and labels as the caller says it has (`More`); many files leave out formulas. */
export const labelledSheet = <More = unknown>(name: string): LabelledSheet & More => ({
  formulas: {},
  ...JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')),
})
