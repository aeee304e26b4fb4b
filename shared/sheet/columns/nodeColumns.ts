import { headingFields } from '../headings/headingFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import type { ColumnPath } from '../tables/columnPaths.ts'
import type { ColumnSetting } from './draftTypes.ts'

/**
 * Columns that are the nodes of a project, ticked or dated where they are done; none where fewer than two stand together.
 *
 *     项目名称 | 可研批复 | 施工招标 | 开工 | 完工
 *     过街天桥 |    √     |    √     |  ×  |           four nodes, two of them done
 *     是否开工 | 是否完工                              none: flags of the row
 */
export function nodeColumns(paths: readonly ColumnPath[], setting: ColumnSetting): ReadonlySet<ColumnPath> {
  const nodes = new Set<ColumnPath>()
  let ticked = 0
  for (const path of paths) {
    const text = path.parts.at(-1)?.text ?? ''
    const { core } = normaliseHeading(text)
    if (core.length > 14 || !NODE.test(core) || OTHER.test(core)) continue
    if (headingFields(text).some(({ field, score }) => score >= 0.9 && FLAGS.has(field))) continue
    const { kinds, filled } = setting.content(path.column)
    const said = (kinds.flag ?? 0) + (kinds.mark ?? 0)
    if (said < filled) continue
    nodes.add(path)
    if ((kinds.flag ?? 0) > 0) ticked++
  }
  return ticked >= 2 ? nodes : new Set()
}

/** Words of the steps of building works, purchases and systems. */
const NODE =
  /立项|可研|可行性|建议书|批复|初设|设计|概算|预算|控制价|评审|财评|招标|招投标|开标|中标|合同|许可|手续|用地|规划|环评|选址|征地|征收|拆迁|方案|公告|公示|笔试|面试|体检|考察|聘用|进场|开工|动工|基础|主体|封顶|装修|装饰|安装|调试|试运行|上线|完工|竣工|验收|移交|投用|使用|交付|启动|摸底|采购/u
const OTHER = /率|数|量|投资|资金|时间|日期|是否|情况|问题|%/u
const FLAGS: ReadonlySet<string> = new Set(['completed_flag', 'started_flag', 'on_schedule_flag', 'status', 'status_light'])
