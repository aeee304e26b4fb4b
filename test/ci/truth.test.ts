import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const page = readFileSync('docs/truth.md', 'utf8')

interface Row {
  readonly name: string
  readonly statement: string
  readonly saidBy: string
  readonly rule: string
  readonly test: string
}

/** The rows of the page's tables: those whose first cell is a letter and a number. */
const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  if (!/^\| [A-H]\d+ \|/.test(line)) return []
  const [name = '', statement = '', saidBy = '', rule = '', test = ''] = line.slice(2, -2).split(' | ')
  return [{ name, statement, saidBy, rule, test }]
})

const isOpen = ({ rule }: Row): boolean => rule.startsWith('open')
const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)

describe('docs/truth.md', () => {
  it('has each row of the audit once, and no other name twice', () => {
    const names = rows.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const audited = Object.entries({ A: 25, B: 18, C: 8, D: 9, E: 28, F: 16, G: 17 })
    for (const [letter, last] of audited) {
      for (let at = 1; at <= last; at++) expect(names).toContain(`${letter}${at}`)
    }
  })

  it.each(rows)('$name: its files exist, its words stand in them, and its tests are there', (row) => {
    const files = quoted(row.saidBy)
    for (const file of files) expect(existsSync(file), file).toBe(true)
    const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    for (const words of quoted(row.statement)) expect(sources, `${words} is in none of ${files.join(', ')}`).toContain(words)
    if (isOpen(row)) return
    const tests = [...row.test.matchAll(/`([^`]+)`(?:: ([^`;]+))?/g)]
    expect(tests.length, 'a rule that holds has a test').toBeGreaterThan(0)
    for (const [, file = '', title] of tests) {
      expect(existsSync(file), file).toBe(true)
      if (title !== undefined) expect(readFileSync(file, 'utf8'), file).toContain(title.trim())
    }
  })
})

/** Words by which a sentence says something of somebody or of a figure. */
const CLAIMS = [
  ['未报', '已报', '报齐', '逾期', '滞后', '名次', '排名', '尚未', '尚无', '采纳', '未确认', '退回待改', '已审核', '已退回', '已锁定'],
  ['已登记', '已提醒', '一致', '截至', '首次', '不计入', '已写入', '已存', '已报送', '延期', '各单位均', '没有需要', '改定'],
  ['蓝灯', '绿灯', '黄灯', '红灯', '灰灯'],
].flat()

/** Where sentences are: of the pane but what it found in a sheet (docs/findings.md), and of documents but the words that the lint looks for. */
const SAID_IN = ['addin/pane/text/*ZhCN.ts', 'addin/pane/text/zh-CN.ts', 'shared/report/**/*.ts', 'worker/document/*.ts']
const NOT_SAID = ['addin/pane/text/findingsZhCN.ts', 'shared/report/lint/lintWords.ts']

/** The pieces of a file's texts, what is filled in left out. */
function piecesOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const texts = Array.from(code.matchAll(/'([^'\n]*)'|`([^`]*)`/g), ([, plain, template]) => plain ?? template ?? '')
  return texts.flatMap((text) => text.split(/\$\{[^}]*\}|\$\{.*$|^\}/).map((piece) => piece.trim()))
}

describe('words that mean one thing', () => {
  const pieces = SAID_IN.flatMap((where) => globSync(where)).flatMap((file) => piecesOf(file).map((piece) => [file, piece] as const))
  const others = (word: string, meant: RegExp) => pieces.filter(([, piece]) => piece.includes(word) && meant.exec(piece) === null)

  it('接收 is the office’s act on what a unit handed in, never until when figures are taken', () => {
    expect(others('接收', /^[未已待]?接收$|督查室(?:也可以先)?接收/)).toEqual([])
  })

  it('审核 is the act of the unit’s own people', () => {
    expect(others('审核', /审核人|^已?审核(?:通过)?$|审核，未批准$|^报送完成，未审核$/)).toEqual([])
  })

  it('采纳 is the office’s act, whatever else is said of it', () => {
    expect(others('采纳', /督查室|^[已待]?采纳$|^采纳后$/)).toEqual([])
  })
})

describe('sentences that say something of somebody', () => {
  const known = quoted(page)
  const isKnown = (words: string): boolean =>
    known.some((one) => words === one || (one.length >= 5 && words.includes(one)) || (words.length >= 2 && one.includes(words)))

  it.each(SAID_IN.flatMap((where) => globSync(where)).filter((file) => !NOT_SAID.includes(file)))('of %s have their rows', (file) => {
    const claims = piecesOf(file).filter((piece) => CLAIMS.some((word) => piece.includes(word)))
    expect(claims.filter((words) => !isKnown(words))).toEqual([])
  })
})
