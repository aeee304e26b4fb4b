import type { Difference, Examination, Saving } from './examination.ts'
import type { Examined } from './examineFiles.ts'

/** Counts by kind, a line each. */
export function summary(all: readonly Examined[]): string {
  const opened = all.filter(({ examination }) => examination.outcome === 'opened')
  const refused = all.filter(({ examination }) => examination.outcome !== 'opened')
  const alone = refused.filter(
    ({ examination: { outcome, other } }) => outcome.startsWith('damaged') && 'theirs' in other && other.theirs > 0,
  )
  const compared = opened.flatMap(({ file, examination: { other } }) => ('differences' in other ? [{ file, ...other }] : []))
  const differing = compared.filter(({ differences }) => differences.length > 0)
  return [
    `files: ${all.length}`,
    `opened: ${opened.length}`,
    ...counted(refused.map(({ examination }) => examination.outcome.replace(/^(damaged) .*/, '$1'))).map(
      ([why, n]) => `refused, ${why}: ${n}`,
    ),
    `called damaged, though the other library reads cells of it: ${alone.length}`,
    `opened that the other library refuses: ${opened.length - compared.length}`,
    `processor time: ${spread(opened.map(({ examination }) => examination.ms))} ms`,
    `memory: ${spread(opened.map(({ examination }) => examination.megabytes))} MB`,
    `cells: ${sum(opened.map(({ examination }) => examination.cells))}, compared: ${sum(compared.map(({ cells }) => cells))}`,
    `files that are read differently: ${differing.length}`,
    ...counted(differing.flatMap(({ differences }) => differences.map(({ kind }) => kind))).map(([kind, n]) => {
      const files = differing.filter(({ differences }) => differences.some((difference) => difference.kind === kind)).length
      return `differences, ${kind}: ${n} in ${files} files`
    }),
    ...savingLines(all),
  ].join('\n')
}

/** What saving came to: of a file that was not changed no part may differ, of one cell only what hangs on it. */
function savingLines(all: readonly Examined[]): readonly string[] {
  const savings = all.flatMap(({ examination: { saving } }) => saving ?? [])
  const saved = savings.flatMap((saving) => ('unchanged' in saving ? [saving] : []))
  return [
    `saved: ${saved.length}, refused: ${savings.length - saved.length}`,
    `unchanged and not the same: ${saved.filter(({ unchanged }) => unchanged.length > 0).length}`,
    `one cell changed and not read back: ${saved.filter(({ isReadBack }) => !isReadBack).length}`,
    ...counted(saved.flatMap(({ edited }) => edited)).map(([part, n]) => `one cell changed, differs: ${part} in ${n} files`),
  ]
}

/** A line for each difference, or for why a file was not opened. */
export const details = ({ file, examination }: Examined): readonly string[] => [
  ...readingDetails(examination).map((detail) => `${file}\t${detail}`),
  ...savingDetails(examination.saving).map((detail) => `${file}\tsaving\t${detail}`),
]

function savingDetails(saving: Saving | undefined): readonly string[] {
  if (!saving) return []
  if ('refused' in saving) return [saving.refused]
  return [...saving.unchanged.map((part) => `not the same: ${part}`), ...(saving.isReadBack ? [] : ['the changed cell is not read back'])]
}

function readingDetails({ outcome, other }: Examination): readonly string[] {
  if (outcome !== 'opened') return [`${outcome}\t${'refused' in other ? `the other: ${other.refused}` : 'the other opens it'}`]
  if ('refused' in other) return [`opened\tthe other: ${other.refused}`]
  return other.differences.map(line)
}

const line = ({ kind, at, ours, theirs }: Difference): string => `${kind}\t${at}\t${ours}\t${theirs}`

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function spread(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)
  return `half ${at(0.5)}, 99 of 100 ${at(0.99)}, most ${at(1)}`
}

function counted(words: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
