import type { Difference } from './examination.ts'
import type { Examined } from './examineFiles.ts'

/** Counts by kind, a line each. */
export function summary(all: readonly Examined[]): string {
  const opened = all.filter(({ examination }) => examination.outcome === 'opened')
  const refused = all.filter(({ examination }) => examination.outcome !== 'opened')
  const alone = refused.filter(({ examination: { other } }) => 'differences' in other && other.differences.length > 0)
  const compared = opened.flatMap(({ file, examination: { other } }) => ('differences' in other ? [{ file, ...other }] : []))
  const differing = compared.filter(({ differences }) => differences.length > 0)
  return [
    `files: ${all.length}`,
    `opened: ${opened.length}`,
    ...counted(refused.map(({ examination }) => examination.outcome.replace(/^(damaged) .*/, '$1'))).map(
      ([why, n]) => `refused, ${why}: ${n}`,
    ),
    `refused that the other library opens: ${alone.length}`,
    `opened that the other library refuses: ${opened.length - compared.length}`,
    `processor time: ${spread(opened.map(({ examination }) => examination.ms))} ms`,
    `memory: ${spread(opened.map(({ examination }) => examination.megabytes))} MB`,
    `cells: ${sum(opened.map(({ examination }) => examination.cells))}, compared: ${sum(compared.map(({ cells }) => cells))}`,
    `files that are read differently: ${differing.length}`,
    ...counted(differing.flatMap(({ differences }) => differences.map(({ kind }) => kind))).map(([kind, n]) => {
      const files = differing.filter(({ differences }) => differences.some((difference) => difference.kind === kind)).length
      return `differences, ${kind}: ${n} in ${files} files`
    }),
  ].join('\n')
}

/** A line for each difference, or for why a file was not opened. */
export const details = ({ file, examination: { outcome, other } }: Examined): readonly string[] => {
  if (outcome !== 'opened') return [`${file}\t${outcome}\t${'refused' in other ? `the other: ${other.refused}` : 'the other opens it'}`]
  if ('refused' in other) return [`${file}\topened\tthe other: ${other.refused}`]
  return other.differences.map((difference) => `${file}\t${line(difference)}`)
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
