import { type LintFinding, type LintPlace, lintFinding, type ReportCheck } from './lintFinding.ts'
import { ARTEFACTS, DOUBLED_MARKS } from './lintWords.ts'

const PAIRS = ['（）', '〔〕', '《》', '“”', '【】', '()'] as const
/** "4、 加强": a space after the number of a heading, which has at most so many letters. */
const SPACED_NUMBER = /、\s+\S/
const NUMBER_LETTERS = 8
/** How much of a line is quoted: before a doubled mark, and of a line with stray spaces. */
const QUOTED_BEFORE = 8
const QUOTED_LINE = 16

/** What a word processor or a spreadsheet left behind, stray spaces, doubled marks, and brackets that do not close. */
export const checkTypography: ReportCheck = ({ lines, categories }) => {
  const tasks = new Map(
    categories.flatMap(({ tasks }) => tasks.flatMap(({ id, progress }) => progress.map(({ line }) => [line, id] as const))),
  )
  return lines.flatMap((text, index) => {
    const place = { line: index + 1, task: tasks.get(index + 1) ?? null }
    return [...artefacts(text, place), ...doubledMarks(text, place), ...straySpaces(text, place), ...openBrackets(text, place)]
  })
}

const artefacts = (text: string, place: LintPlace): readonly LintFinding[] =>
  [...text.matchAll(ARTEFACTS.everywhere)].map(([left]) => lintFinding('ARTEFACT', place, left))

const doubledMarks = (text: string, place: LintPlace): readonly LintFinding[] =>
  [...text.matchAll(DOUBLED_MARKS.everywhere)].map(({ 0: marks, index }) =>
    lintFinding('FULL_STOPS', place, text.slice(Math.max(0, index - QUOTED_BEFORE), index + marks.length)),
  )

const straySpaces = (text: string, place: LintPlace): readonly LintFinding[] =>
  text !== text.trim() || SPACED_NUMBER.test(text.slice(0, NUMBER_LETTERS))
    ? [lintFinding('SPACES', place, text.slice(0, QUOTED_LINE))]
    : []

const openBrackets = (text: string, place: LintPlace): readonly LintFinding[] =>
  PAIRS.flatMap((pair) => {
    const [opens, closes] = [count(text, pair.charAt(0)), count(text, pair.charAt(1))]
    return opens === closes ? [] : [lintFinding('BRACKETS', place, pair, { opens: String(opens), closes: String(closes) })]
  })

const count = (text: string, mark: string): number => text.split(mark).length - 1
