import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { type DocumentOptions, type DocumentSource, writeDocument } from '../../document/writeDocument.ts'
import { demoConsolidation, demoOpening } from '../demo/demoConsolidation.ts'

/** A document of the demo, as a file. */
export interface DemoDocument {
  readonly name: string
  readonly bytes: Uint8Array
}

const LETTERHEAD = {
  formal: true,
  issuer: '三门峡市人民政府办公室',
  date: '2021-06-02',
  copyTo: '市委办公室，市人大常委会办公室，市政协办公室，市中级人民法院，市人民检察院',
  printedBy: '三门峡市人民政府办公室',
  printedOn: '2021-06-03',
}
const COMMON: Pick<DocumentOptions, 'period' | 'format' | 'today' | 'formal'> = {
  period: '2021-05',
  format: 'docx',
  today: '2021-05-31',
  formal: false,
}

/** Every kind of Word document that there is, with every field filled in; each page of them is to be looked at. */
export async function demoDocuments(): Promise<readonly DemoDocument[]> {
  const source: DocumentSource = {
    register: register2021,
    consolidation: demoConsolidation(),
    opening: demoOpening,
    pending: new Set(),
    unitsKnown: false,
  }
  const asked: Readonly<Record<string, DocumentOptions>> = {
    'report-draft': { ...COMMON, kind: 'report' },
    report: {
      ...COMMON,
      ...LETTERHEAD,
      kind: 'report',
      number: '三政办〔2021〕12号',
      signatory: '张三',
      addressee: '省政府督查室',
      annexes: '2021年省、市重点民生实事进展情况统计表',
    },
    circular: {
      ...COMMON,
      ...LETTERHEAD,
      kind: 'circular',
      number: '三政办督〔2021〕3号',
      addressee: '各县（市、区）人民政府，市城乡一体化示范区、经济开发区管委会，市政府各部门',
      lead: '5月份，各级各部门认真落实市委、市政府部署，重点民生实事总体推进有序。现将进展情况通报如下：',
      demands: '（一）各责任单位要对照目标任务，倒排工期，确保按时完成。\n（二）进度滞后的单位，请于6月10日前将整改措施报市政府督查室。',
    },
  }
  const documents: DemoDocument[] = []
  for (const [name, options] of Object.entries(asked)) {
    const { content } = await writeDocument(source, options)
    if (typeof content !== 'string') documents.push({ name, bytes: content })
  }
  return documents
}
