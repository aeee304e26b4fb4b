import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Standing } from '../../../../addin/flow/administration/chaseList.ts'
import { proposedId } from '../../../../addin/pane/administration/accounts/NewAccountForm.tsx'
import { auditObject } from '../../../../addin/pane/administration/audit/auditObject.ts'
import { auditLines, lineText } from '../../../../addin/pane/administration/auditLines.ts'
import { type AuditNames, objectName } from '../../../../addin/pane/administration/auditNames.ts'
import { changeLines } from '../../../../addin/pane/administration/changeLines.ts'
import { nextPeriods } from '../../../../addin/pane/administration/periods/OpenPeriodForm.tsx'
import { entryName, registerValue, staleWording } from '../../../../addin/pane/administration/registers/registerValue.ts'
import { administrationEn } from '../../../../addin/pane/text/administrationEn.ts'
import type { AdministrationTexts } from '../../../../addin/pane/text/administrationTexts.ts'
import { administrationZhCN } from '../../../../addin/pane/text/administrationZhCN.ts'
import { zhCN } from '../../../../addin/pane/text/zh-CN.ts'
import type { Register } from '../../../../shared/register/register.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { SUBMISSION_ACTS } from '../../../../shared/wire/submissionActs.ts'
import { accountDetail } from '../../fakeAdministration.ts'
import { may } from '../../fakeAnswers.ts'

const root = new URL('../../../../', import.meta.url)
const sources = (folder: string): string =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(`${folder}${name}`, root), 'utf8'))
    .join('\n')

/** What words are asked with that take more than texts and numbers. */
const standings: readonly Standing[] = [
  { tag: 'owes', returned: true, overdue: true, deadline: '2021-06-04' },
  { tag: 'closed', why: 'unitLocked' },
  { tag: 'complete', empty: true },
]
const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  '.changes.filterName': [[{ after: 'return' }, {}]],
  '.periods.unsettled': [[['x']]],
  '.periods.standing': standings.map((standing) => [standing, may]),
  '.periods.chaseWords.unit': standings.map((standing) => [1, { name: 'x', standing, notices: [{ kind: 'reminder' }] }, may]),
}

function leaves(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]]
  const own = ARGUMENTS[path]
  if (typeof value === 'function' && own !== undefined) return own.map((of) => [path, String(value(...of))])
  if (typeof value === 'function') return [[path, String(value('2021-05', 2, ['reminder']))]]
  return Object.entries(value as object).flatMap(([key, part]) => leaves(part, `${path}.${key}`))
}

describe.for<AdministrationTexts>([administrationZhCN, administrationEn])('the words of administration', (words) => {
  test('leave nothing empty', () => {
    expect(leaves(words).filter(([path, text]) => text.trim() === '' && !path.endsWith('.notice'))).toEqual([])
  })

  test('word every act that the server records', () => {
    const lines = `${sources('worker/store/')}${sources('worker/routes/')}`.split('\n').filter((line) => /\bact: /.test(line))
    const acts = lines.flatMap((line) => [...line.matchAll(/'([a-z]+\.[A-Za-z]+)'/g)].map(([, act = '']) => act))
    const all = [...acts, ...Object.keys(SUBMISSION_ACTS).map((act) => `submission.${act}`)]
    expect(acts).toEqual(expect.arrayContaining(['account.make', 'period.open', 'city.export', 'light.override']))
    expect(all.filter((act) => !((act.split('.')[0] ?? '') in words.audit.kinds))).toEqual([])
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter((act) => !(act in words.audit.acts))).toEqual([])
  })

  test('word every reason for which a register is not read', () => {
    const source = sources('shared/register/')
    const said = [...source.matchAll(/(?:reportFault\([^;\n]*?|code: )'([a-z][A-Za-z]+)'/g)].map(([, code = '']) => code)
    const [, flaws = ''] = /type FlawCode =((?:\s+\| '\w+')+)/.exec(source) ?? []
    const reasons = [...said, ...[...flaws.matchAll(/'(\w+)'/g)].map(([, code = '']) => code)]
    expect(reasons).toEqual(expect.arrayContaining(['unknownUnit', 'noDate', 'reporterTwice', 'notJson']))
    expect([...new Set(reasons)].filter((code) => code !== 'NOT_READ' && !(code in words.registers.reasons))).toEqual([])
  })

  test('word every part of what a register says', () => {
    const parts = (list: keyof Register) => (register2021[list] as readonly object[]).flatMap((entry) => Object.keys(entry))
    const all = ['areas', 'units', 'categories', 'tasks', 'indicators', 'measures', 'zones'].flatMap((list) =>
      parts(list as keyof Register),
    )
    expect([...new Set(all)].filter((part) => !['id', 'code', 'no'].includes(part) && !(part in words.registers.parts))).toEqual([])
    expect(
      Object.keys(register2021).filter((list) => !['schema', 'id', 'version'].includes(list) && !(list in words.registers.lists)),
    ).toEqual([])
  })
})

test('English holds no Chinese', () => {
  expect(leaves(administrationEn).filter(([, text]) => /[一-鿿]/.test(text))).toEqual([])
})

describe('what a register changes is said', () => {
  const indicator = register2021.indicators.find(({ id }) => id === '7.1.a')
  const show = registerValue({ before: register2021, after: register2021, words: administrationZhCN.registers, texts: zhCN })
  const target = indicator?.target
  const cases = [
    [{ target: { ...target, value: 3_200_000 } }, '目标', '300公里', '320公里'],
    [{ target: { ...target, op: '<=' } }, '目标', '300公里', '不超过 300公里'],
    [{ target: null }, '目标', '300公里', null],
    [{ deadline: { raw: null, date: '2021-06-30', implied: false } }, '完成时限', indicator?.deadline.date, '2021-06-30'],
    [{ area: '411202' }, '范围', '三门峡市', '湖滨区'],
    [{ countsStage: 'started' }, '计入阶段', '完成', '开工'],
  ] as const
  test.for(cases)('%j', ([change, name, before, after]) => {
    const [line] = changeLines(indicator, { ...indicator, ...change }, show)
    expect([administrationZhCN.registers.parts[line?.key ?? ''], line?.before, line?.after]).toEqual([name, before, after])
  })

  test('a target that was changed without its wording is pointed out', () => {
    const other = (change: object) => ({ ...indicator, target: { ...target, ...change } })
    expect(staleWording(indicator, other({ value: 3_200_000 }))).toBe(target?.raw)
    expect(staleWording(indicator, other({ value: 3_200_000, raw: '320公里' }))).toBeNull()
    expect(staleWording(indicator, other({ raw: '三百公里' }))).toBeNull()
    expect(staleWording(indicator, { ...indicator, target: null })).toBeNull()
  })

  test('an entry is called by its id and name, an assignment by what and who', () => {
    expect(entryName({ list: 'indicators', key: '7.1.a', change: 'changed', after: indicator }, register2021, register2021)).toBe(
      '7.1.a 新建农村公路',
    )
    expect(entryName({ list: 'assignments', key: '7.1.a/hubin#2', change: 'added' }, register2021, register2021)).toBe(
      '7.1.a 新建农村公路 · 湖滨区人民政府',
    )
  })
})

test.for([
  [[], [{ id: 'smx-2022', loadedAt: '2021-12-30' }], '2022-01', 12],
  [['2021-05'], [], '2021-06', 16],
  [['2021-12', '2021-10'], [], '2022-01', 22],
] as const)('after %j the next to be opened is named first', ([periods, registers, first, count]) => {
  const next = nextPeriods(
    periods.map((id) => ({ id })),
    registers,
  )
  expect([next[0], next.length]).toEqual([first, count])
})

test.for([
  ['clerk', 'jiaotong', [], 'jiaotong'],
  ['clerk', 'jiaotong', ['jiaotong', 'jiaotong-2'], 'jiaotong-3'],
  ['reviewer', 'jiaotong', ['jiaotong'], 'jiaotong-reviewer'],
  ['auditor', '', [], 'auditor'],
] as const)('a %s of %j beside %j is proposed as %s', ([role, reporter, taken, id]) => {
  expect(
    proposedId(
      { role, reporter },
      taken.map((one) => ({ id: one })),
    ),
  ).toBe(id)
})

test.for([
  ['市交通运输局', 'jiaotong'],
  [' 李某 ', 'li'],
  ['2021-05', '2021-05'],
  ['nobody', 'nobody'],
] as const)('%j is looked for in the trail as %j', ([typed, object]) => {
  expect(auditObject(typed, [accountDetail('li', { name: '李某', reporter: 'jiaotong', reporterName: '市交通运输局' })])).toBe(object)
})

const names = (words = administrationZhCN, texts = zhCN): AuditNames => ({
  register: register2021,
  accounts: [accountDetail('li', { name: '李某' })],
  registers: [{ id: 'smx-2021', version: 2, title: '2021年省、市重点民生实事', loadedAt: '2021-05-01T00:00:00Z' }],
  texts,
  words,
})
const said = (before: unknown, after: unknown) => auditLines({ before, after }, names()).map((line) => lineText(line, names()))

// G15: words for what changed, nothing of what stayed, and never “→ 无” of a state.
test.each<[string, unknown, unknown, string[]]>([
  [
    'a restoration, with what it lost',
    null,
    {
      contentHash: 'ab',
      dataUntil: '2021-05-28T02:00:00.000Z',
      lostCompared: true,
      lostRows: 5,
      lostReports: [{ period: '2021-05', reporter: 'jiaotong', rows: 5, last: '2021-05-28T04:00:00.000Z' }],
      lostNewest: [{ at: '2021-05-28T03:00:00.000Z', act: 'period.lock', object: '2021-05', by: '李' }],
    },
    [
      '内容校验值：ab',
      '备份内最后一次操作：2021-05-28 10:00',
      '已与原数据库比对：是',
      '备份之后的数据（未恢复，行）：5',
      '须重新报送的单位：2021年5月 市交通运输局',
    ],
  ],
  [
    'an account',
    { id: 'li', role: 'clerk', reporter: 'jiaotong', active: true, devices: 1 },
    { role: 'reviewer', reporter: null, active: false },
    ['角色：填报人 → 审核人', '单位：市交通运输局 → 不属于填报单位', '启用：是 → 否'],
  ],
  [
    'a received period',
    { said: 'complete', signOff: 'none', receipt: 'none', changesSinceSignOff: 3 },
    { receipt: 'received', unapproved: true, missing: 2 },
    ['督查室：未接收 → 已接收', '未经本单位批准：是', '应报未报项数：2'],
  ],
  [
    'a returned one',
    { said: 'complete', signOff: 'approved', receipt: 'received', changesSinceSignOff: 0 },
    { said: 'draft', signOff: 'none', receipt: 'returned' },
    ['填报：已报送完成 → 草稿', '签核：已批准 → 未签核', '督查室：已接收 → 已退回'],
  ],
  [
    'a changed period',
    { id: '2021-05', registerId: 'smx-2021', registerVersion: 1, epoch: 1, state: 'open', softDeadline: '2021-05-30' },
    { id: '2021-05', registerId: 'smx-2021', registerVersion: 2, softDeadline: '2021-05-31', reason: '顺延' },
    ['台账版本：第1版 → 第2版', '报送截止：2021-05-30 → 2021-05-31'],
  ],
  [
    'a locked period',
    { state: 'open', epoch: 1 },
    { state: 'locked', epoch: 2, unsettled: 11 },
    ['状态：填报中 → 已锁定', '轮次：1 → 2', '未报齐的单位数：11'],
  ],
  ['more time taken back', { openUntil: '2021-06-05' }, { openUntil: null }, ['单独延期至：2021-06-05 → 不再延期']],
  ['a light taken back', { light: 'red', reason: '停工' }, { light: null, reason: '复工' }, ['亮灯：红灯 → 按规则判定']],
  [
    'a remembered layout',
    null,
    { version: 1, register: 'smx-2021', columns: [{ heading: '至某月完成', occurrence: 1, field: 'cumulative', subject: '7.1.a' }] },
    ['版本：1', '台账：2021年省、市重点民生实事', '各列读法：“至某月完成”读作累计完成'],
  ],
  ['a forgotten one', { version: 1, columns: [] }, null, []],
  [
    'a document',
    null,
    { kind: 'circular', format: 'docx', formal: false, asOfSeq: 16, unheard: 'x' },
    ['种类：通报', '格式：Word 文件', '正式：否', '数据截至全市第几次报送：16'],
  ],
  ['an invitation', null, { expiresAt: '2021-05-30T16:30:00Z' }, ['有效至：2021-05-31 00:30']],
  ['nothing', null, null, []],
])('what an act changed is said in words: %s', (_, before, after, lines) => expect(said(before, after)).toEqual(lines))

test.each<[string, string, string]>([
  ['submission.return', '2021-05/jiaotong', '2021年5月 · 市交通运输局'],
  ['record.return', '2021-05/jiaotong/7.1.a|411202|一批', '2021年5月 · 市交通运输局 · 湖滨区 · 新建农村公路 · 一批'],
  ['light.override', '2021-05/7.1.a', '2021年5月 · 新建农村公路'],
  ['register.load', 'smx-2021/2', '2021年省、市重点民生实事 第2版'],
  ['layout.propose', `jiaotong/${'a'.repeat(16)}`, '市交通运输局的版式'],
  ['layout.withdraw', 'a'.repeat(16), '全市认可的版式'],
  ['document.link', '2021-05', '2021年5月'],
  ['account.change', 'li', '李某'],
  ['city.export', 'city', '全市数据'],
])('%s of %s was done to %s', (act, object, name) => expect(objectName({ act, object }, names())).toBe(name))

test('a filter by name finds what the trail calls it', () => {
  expect(auditObject(' 2021年5月 ', [], register2021)).toBe('2021-05')
  expect(auditObject('市交通运输局', [], register2021)).toBe('jiaotong')
  expect(auditObject('新建农村公路', [], register2021)).toBe('7.1.a')
})
