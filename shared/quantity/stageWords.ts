import { narrow } from './narrow.ts'
import type { Stage } from './stage.ts'

/**
 * The stage that words name ("基本完工", "已受理", "未开工"), undefined where they name none. The more special words are
 * looked for first: 基本完工 is not 完工, 未开工 is not 开工, 已完成招标 is not 完成.
 */
export function stageOf(words: string): Stage | undefined {
  const text = narrow(words)
  return STAGES.find(([, pattern]) => pattern.test(text))?.[0]
}

const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['not_started', /未(?:能)?(?:开工|启动|开始|实施|动工)/],
  ['basically_completed', /(?:基本|主体|即将|接近)(?:已)?(?:完工|完成|建成|竣工|封顶)|主体工程(?:已)?(?:完工|完成)|封顶/],
  ['approved', /批准|批复|核准|获批/],
  ['selected', /选取|选定|选址|遴选|选出|入选|择优/],
  ['accepted', /受理/],
  ['planned', /计划|规划|拟(?!定|订)|预计|将于|列入/],
  ['in_progress', /正在|在建|推进|施工中|建设中|进行中|改造中/],
  ['started', /开工|动工|启动|开始/],
  ['completed', /完工|完成|建成|办结|竣工|投用|投入使用|验收|交付|举办|举行|开展|开通|结案|整治|改造|救助|发放|安装/],
]
