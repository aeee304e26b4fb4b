import type { ColumnField } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import type { AreaCode } from '../../register/register.ts'
import { categoryOf } from '../subjects/categoryOf.ts'
import { textsOf } from './columnBand.ts'
import type { FilledRow, RowClass, RowRule } from './rowRule.ts'
import { CHINESE_NUMBER, SECTION_OPENINGS } from './rowWords.ts'
import type { TableOfColumns } from './tableOfColumns.ts'

/** The only words of a row: one cell, or a number and a cell. */
interface SectionText {
  readonly text: string
  readonly category: number | undefined
  readonly area: AreaCode | undefined
  /** Merged over half of the columns. */
  readonly isAcross: boolean
  readonly isNumbered: boolean
  /** Its number has a cell of its own. */
  readonly isSplit: boolean
  /** In the table's first column. */
  readonly isLeftmost: boolean
  readonly field: ColumnField | undefined
}

/** A section (or a note that looks like one) where a row holds nothing but words; undefined where it holds data. */
export function sectionOf(table: TableOfColumns, row: FilledRow): RowClass | undefined {
  const section = sectionText(table, row)
  if (!section) return undefined
  const { text, category, area } = section
  const is = SECTION_RULES.find(({ applies }) => applies(section))?.is
  if (is === undefined) return undefined
  if (is === 'note') return { kind: 'skip', reason: 'note' }
  return { kind: 'section', text, ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }) }
}

/** The words of a row that holds nothing else; undefined where it holds figures or more. */
export function sectionText(
  { view, register, columns, layout }: TableOfColumns,
  { row, first, head, filled, figures }: FilledRow,
): SectionText | undefined {
  if (figures > 0 || filled > 2) return undefined
  const isSplit = filled === 2
  if (isSplit && !CHINESE_NUMBER.test(head)) return undefined
  const { left, right } = layout.headings
  const texts = textsOf(view, layout.headings, row)
  if (BARE_FIGURE.test(texts.at(-1)?.normalize('NFKC') ?? '')) return undefined
  const text = isSplit ? texts.join('') : head
  const merge = view.mergeAt(row, first)
  const found = findArea(register, text.replace(/[:：]$/u, ''))
  return {
    text,
    category: categoryOf(register, text),
    area: found?.kind === 'area' ? found.area.code : undefined,
    isAcross: merge !== undefined && merge.right - merge.left + 1 >= Math.max(2, (right - left + 1) * SECTION_WIDTH),
    isNumbered: SECTION_OPENINGS.pattern.test(text),
    isSplit,
    isLeftmost: first === left,
    field: columns.find(({ column }) => column === first)?.field,
  }
}

/** 一、 | 14.6%, or 41公里 merged over columns: a figure, and no title. */
const BARE_FIGURE = /^\d[\d.,]*(?![年月])[万亿]?(?:\p{Script=Han}{1,2}|%)?$/u

/** A title of a section is merged over half of the columns at least. */
const SECTION_WIDTH = 0.5

/** Words that look like a section and are longer than this explain something. */
const LONGEST_TITLE = 60
const LONGEST_NAME = 30

/** What a row of nothing but words is, by the first rule that applies; by none of them it is data. */
export const SECTION_RULES: readonly (Pick<RowRule, 'name' | 'example' | 'merged'> & {
  readonly applies: (section: SectionText) => boolean
  readonly is: 'section' | 'note'
})[] = [
  {
    name: 'a paragraph merged over the columns',
    example: [
      '各县（市、区）要高度重视重点民生实事办理工作，明确专人负责，每月二十八日前将本地本部门进展情况报送市政府督查室，逾期未报送的将予以通报，并纳入年度考核',
    ],
    merged: 6,
    applies: ({ isAcross, isNumbered, text }) => isAcross && !isNumbered && text.length > LONGEST_TITLE,
    is: 'note',
  },
  {
    name: 'merged over half of the columns',
    example: ['交通类项目'],
    merged: 4,
    applies: ({ isAcross }) => isAcross,
    is: 'section',
  },
  {
    name: 'its number in a cell of its own',
    example: ['二', '实施文化惠民工程'],
    applies: ({ isSplit }) => isSplit,
    is: 'section',
  },
  {
    name: 'an area outside the column of areas',
    example: ['湖滨区：'],
    applies: ({ area, field }) => area !== undefined && field !== 'area',
    is: 'section',
  },
  {
    name: 'numbered, and a category or where sections are',
    example: ['三、其他'],
    applies: ({ isNumbered, category, isLeftmost, field }) =>
      isNumbered && (category !== undefined || isLeftmost || field === 'seq' || field === 'category'),
    is: 'section',
  },
  {
    name: 'a category in a column that does not name rows',
    example: ['实施文化惠民工程'],
    applies: ({ category, field }) => category !== undefined && (field === 'seq' || field === 'category' || field === undefined),
    is: 'section',
  },
  {
    name: 'a long text in the first column, which does not name rows',
    example: ['以上数据由各责任单位提供，市政府督查室将于下月组织实地核查，请予以配合'],
    applies: ({ isLeftmost, text, field }) => isLeftmost && text.length > LONGEST_NAME && field !== 'task' && field !== 'indicator',
    is: 'note',
  },
]
