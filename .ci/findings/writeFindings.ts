import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findingsZhCN } from '../../addin/pane/text/findingsZhCN.ts'
import { zhCN } from '../../addin/pane/text/zh-CN.ts'
import { keysOf } from '../../shared/base/keysOf.ts'
import { CHECKS } from '../../shared/checks/checkRecords.ts'
import { effectOf } from '../../shared/finding/effects.ts'
import { FINDING_SEVERITY, type FindingCode } from '../../shared/finding/finding.ts'
import { runCommand } from '../../worker/cli/commandLine.ts'

const USAGE = `npm run findings [-- --check]

Writes docs/findings.md: every code with its severity, what it does (shared/finding/effects.ts), the truth table of its
check (shared/checks) and the pane's sentence. --check writes nothing and fails where the file is not what they say.`

const root = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = join(root, 'docs/findings.md')

const OPENING = `# 检查项目录

<!-- Written by \`npm run findings\` from the tables and the truth tables of the checks: edit those. -->

What the checks say about a sheet. One catalogue for the pane, the API and the command line; a code never changes its meaning. What a code does is decided once, in \`shared/finding/effects.ts\`; why, in [decision 0020](decisions/0020-what-a-finding-does.md).

| effect | 说明 |
| --- | --- |
`

const RULES = `
A finding of severity info only tells, whatever its code. The server refuses a row for an error that withholds something and was not answered; it sees records only, so that of cells, totals and texts the pane alone speaks.

Percentages: recomputed as completed ÷ target (a coverage rate: count ÷ denominator), rounded to the digits that the cell shows, half-up and half-even both right. A percentage next to a figure of a stage that does not count (在建4座, 0%) is unverifiable, not wrong. A column of four or more percentages most of which do not fit is taken for something else, and nobody is accused of it. Sums: half a unit in the last place shown, where the parts are shown finer than the total; functional zones and the city's own row may be left out of a total, and the registered target may be stated in the total where the counties were given more (加压目标). Between two reporters of one indicator, SUM_MISMATCH and DUPLICATE_ROW are warnings that only coordinators see.

`

/** A check of the list as the page shows it. */
interface Described {
  readonly file: string
  /** Its docstring: what it says and when, and its truth table. */
  readonly prose: string
  readonly table: string
}

/** The docstring of a check's file, without its frame; the first indented block is the truth table. */
export function describe(source: string, name: string): Omit<Described, 'file'> {
  const at = source.indexOf(`export const ${name}`)
  const end = source.lastIndexOf('*/', at)
  const start = source.lastIndexOf('/**', end)
  if (at < 0 || start < 0) throw new Error(`${name} has no docstring above it`)
  const lines = source
    .slice(start + 3, end)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
  const isRow = (line: string) => line.startsWith('    ')
  return {
    prose: lines
      .filter((line) => !isRow(line) && line !== '')
      .join(' ')
      .trim(),
    table: lines.filter(isRow).join('\n'),
  }
}

/** The checks that say a code, the one that is named for it first. */
function checksOf(code: FindingCode): readonly Described[] {
  const saying = CHECKS.filter(({ raises }) => raises.includes(code)).sort((one, other) => one.raises.length - other.raises.length)
  return saying.map(({ check: { name } }) => {
    const file = `shared/checks/${name}.ts`
    return { file, ...describe(readFileSync(join(root, file), 'utf8'), name) }
  })
}

/** The codes in the order in which their findings are listed; what only the reader of sheets says comes last. */
const order: readonly FindingCode[] = [
  ...new Set([...CHECKS.flatMap(({ raises }) => (raises.length === 1 ? raises : [])), ...keysOf(FINDING_SEVERITY)]),
]

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

/** A line of the overview. */
function overview(code: FindingCode): string {
  const severity = FINDING_SEVERITY[code]
  const files = checksOf(code).map(({ file }) => `[${file.split('/').at(-1)}](../${file})`)
  const said = files.length > 0 ? files.join(', ') : 'the reader of sheets'
  return `| ${code} | ${severity} | ${effectOf({ code, severity })} | ${cell(findingsZhCN[code].title)} | ${said} |`
}

/** What a code means: its check's own words and truth table, and the pane's sentences. */
function section(code: FindingCode): string {
  const [first] = checksOf(code)
  const { title, reason, fix } = findingsZhCN[code]
  const table = first && first.table !== '' ? `\n\`\`\`\n${first.table}\n\`\`\`\n` : ''
  const prose = first?.prose.replace(`${code}: `, '') ?? 'Which task a row or column means stays open; the person chooses.'
  return `### ${code} ${title}\n\n${prose.charAt(0).toUpperCase()}${prose.slice(1)}\n${table}\n> ${reason}\n> ${fix}\n`
}

export function findingsPage(): string {
  return [
    OPENING,
    ...keysOf(zhCN.effects).map((effect) => `| ${effect} | ${zhCN.effects[effect]} |\n`),
    RULES,
    '| code | severity | effect | | check |\n| --- | --- | --- | --- | --- |\n',
    ...order.map((code) => `${overview(code)}\n`),
    '\n## Each code\n\n',
    order.map(section).join('\n'),
  ].join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, ({ values }) => {
    const text = findingsPage()
    if (!values.check) writeFileSync(PAGE, text)
    else if (readFileSync(PAGE, 'utf8') !== text) throw new Error('docs/findings.md is not what the tables say: run npm run findings')
    return 0
  })
}
