import { readFileSync } from 'node:fs'
import type { LabelledText } from '../../../worker/cli/narrativeAnswers.ts'
import { narrativeAnswers } from '../../../worker/cli/narrativeAnswers.ts'

/** A labelled text of `test/narratives`. */
export interface Labelled extends LabelledText {
  readonly figures: readonly {
    raw: string
    value: number | null
    unit: string | null
    role: string
    measures: string | null
    debatable?: boolean
  }[]
  readonly statedPercents: readonly { raw: string; value: number; of: string | null }[]
  readonly findings: readonly string[]
  /** Findings that one reader would raise and another not: neither expected nor counted as wrong. */
  readonly debatableFindings?: readonly string[]
}

/** The texts of one file of `test/narratives`. */
export const labelledTexts = (file: string): Labelled[] =>
  JSON.parse(readFileSync(new URL(`../../narratives/${file}.json`, import.meta.url), 'utf8'))

export interface Scores {
  readonly found: number
  readonly value: number
  readonly progressRecall: number
  readonly progressPrecision: number
  readonly measures: number
  readonly percents: number
  readonly findings: number
  /** Of the findings raised, those that are labelled. */
  readonly findingsPrecision: number
  /** Labelled context read as progress. */
  readonly contextAsProgress: number
}

/** How much of what is labelled was read, as fractions of 1; figures are matched by their place in the text's order. */
export function scoreTexts(labelled: readonly Labelled[]): Scores {
  const answers = narrativeAnswers(labelled)
  const rates = {
    found: [0, 0],
    value: [0, 0],
    progressRecall: [0, 0],
    progressPrecision: [0, 0],
    measures: [0, 0],
    percents: [0, 0],
    findings: [0, 0],
    findingsPrecision: [0, 0],
  }
  let contextAsProgress = 0
  const count = (name: keyof typeof rates, ok: boolean) => {
    rates[name][0] = (rates[name][0] ?? 0) + Number(ok)
    rates[name][1] = (rates[name][1] ?? 0) + 1
  }
  labelled.forEach((want, i) => {
    const got = answers[i]
    const free = [...(got?.figures ?? [])]
    for (const figure of want.figures.filter(({ role, debatable }) => !debatable && (role === 'progress' || role === 'context'))) {
      const close = free.filter(({ raw }) => raw.includes(figure.raw) || figure.raw.includes(raw))
      const mine = close.find(({ value }) => value === figure.value) ?? close[0]
      if (mine) free.splice(free.indexOf(mine), 1)
      count('found', mine !== undefined)
      if (mine) count('value', mine.value === figure.value && mine.unit === figure.unit)
      if (figure.role === 'progress') count('progressRecall', mine?.role === 'progress')
      if (figure.role === 'progress' && mine?.role === 'progress') count('measures', mine.measures === figure.measures)
      if (mine?.role === 'progress') count('progressPrecision', figure.role === 'progress')
      if (mine?.role === 'progress' && figure.role === 'context') contextAsProgress++
    }
    for (const extra of free.filter(({ role }) => role === 'progress')) {
      count(
        'progressPrecision',
        want.figures.some(
          ({ role, raw, debatable }) => (debatable || role === 'item_status') && (raw.includes(extra.raw) || extra.raw.includes(raw)),
        ),
      )
    }
    for (const percent of want.statedPercents) {
      count('percents', got?.statedPercents.some(({ value, of }) => value === percent.value && of === percent.of) ?? false)
    }
    for (const code of got?.findings ?? [])
      if (!want.debatableFindings?.includes(code)) count('findingsPrecision', want.findings.includes(code))
    for (const code of want.findings) count('findings', got?.findings.includes(code) ?? false)
  })
  const fraction = ([ok = 0, of = 0]: readonly number[]) => (of === 0 ? 1 : ok / of)
  return {
    found: fraction(rates.found),
    value: fraction(rates.value),
    progressRecall: fraction(rates.progressRecall),
    progressPrecision: fraction(rates.progressPrecision),
    measures: fraction(rates.measures),
    percents: fraction(rates.percents),
    findings: fraction(rates.findings),
    findingsPrecision: fraction(rates.findingsPrecision),
    contextAsProgress,
  }
}
