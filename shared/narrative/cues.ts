import type { RoleReason } from './claims.ts'

/** What words beside a figure say of it: a reason to leave it out, or the stage at which it counts. */
export interface Cue {
  readonly reason: RoleReason
  /** Words of an indicator that name this very act (筛查, 受理, 选址) take the cue away. */
  readonly pattern: RegExp
}

/**
 * Cues that make a figure context, the stronger first. A cue holds only in the words that belong to the figure, and not
 * where the indicator itself is about that act.
 */
export const CONTEXT_CUES: readonly Cue[] = [
  { reason: 'earlier_period', pattern: /上个?月(?!.{0,3}(?:以来|起))|上周|上一?季度|上期|上旬末/ },
  {
    reason: 'comparison',
    pattern:
      /同比|环比|[较比](?:截至)?(?:\d{1,2}月|[一二三]季度|上|去|前|年初|同期|往年|20\d\d|原|计划|目标)|增幅|降幅|增长|提[高前]了?(?=$|约)|增速|[高多超低少]出|高于|低于|快于|慢于|由$|从$|提前$|^(?:净?(?:减少|增加|下降|多|少))了?$/,
  },
  {
    reason: 'remaining',
    pattern:
      /(?<!其)余$|尚差|还差|相差|未[结完办]$|剩余|剩下|余下|尚余|还剩|尚有|仍有|尚未|(?<!从)未(?!成年|来|婚|经|必|名|满|知|及|脱贫|硬化|通)[\u4e00-\u9fa5]{2}|未通过|未达|缺口|不足/,
  },
  { reason: 'carry_over', pattern: /结转|续建|遗留(?!问题)|上一?年(?:度|底)|去年|往年|历年/ },
  {
    reason: 'planned',
    pattern:
      /原定|原计划|[年月季][底末]前(?=竣工|完工|完成|建成|投用|交付|开工|全部|投入)|打算|下一?步|分[一二两三四五六七八九十\d]+[批期](?:次)?(?:实施|推进|建设|开展|进行|安排)|计划(?!生育)|规划(?!审批|许可|联审)|拟(?!定|订)|预计|预期|力争|争取|确保|(?:目标|任务)(?:任务)?(?:数|量|总数|是|为|各|[均共总合]计?为?$)|(?<!完成[^，。]{0,8})(?:目标|任务)(?:为|是|[：:]|\s)?$|将(?=在|于|达|新|建|再|完|开|对|有)|下达|分解|列入|纳入(?=.{0,12}(?:计划|名单|项目|库|规划|方案|台账))|储备|谋划|准备|(?<![接招优善看等对款])待(?!遇|业|命)|实际需|需(?=安装|改造|要|更|建|新|整|治|求)|应(?=建|改|完|参|缴|发|安)(?!.尽)|安排(?!.{0,6}(?:就业|上岗|岗位|工作|入住|入学))|总?概算|(?<!许)可(?=完工|竣工|建成|投用|完成|交付|开工|通车|启用|实现|达[到成]|提供|容纳|新增|增设|服务|停放|解决|满足|供)/,
  },
  {
    reason: 'prepared',
    pattern:
      /选址|选定|选取|选派|选择|初选|筛选|择优|遴选|确定|明确|确村|批复|批准|核准|审批|立项|备案|可研|可行性|(?<!电)设计|勘[察测探验定]|敲定|锁定|[选布定]点(?=已|工作|完|[，。]|$)|定标|流标|核定(?!工作)|[站点场厂]址|物资|备料|测绘|评审|审查|审核|联审|签约|评估|招标|招投标|招采|采购|挂网|开标|签订|合同|中标|公示|公告|申报|推荐|(?<!受理[^，。]{0,8})申请|上报|报送|报名|拟录[取用]|许可|手续|环评|征[迁拆收地]|前期(?=$|工作|手续|准备|筹备|事宜|阶段)|预算|编制|起草|印发|征询|征集|图纸|论证|踏勘|点位勘|名单|名额|组建|(?<!完)成立|筹建|动员|方案|洽谈|协议|意向|对接|筹备|招募|认领|程序|报批|初审|群众工作|征求|初[评审检]|用地|落实(?=资金|场地|房源|点位)|[加改]装意[向愿]|知情同意/,
  },
  {
    reason: 'surveyed',
    pattern:
      /摸底|摸排|排查|排摸|普查|调查|核查|清查|梳理|统计|统计出|录入|发现|检出|查出|筛查出|识别|异常|确诊|疑似|可疑|患儿|接收|接到|接报|收到|入户(?:走访|核实|核查)|不合格|阳性|存在|(?<!(?:为|向|对|给|将)[^，。]{0,8})符合|满足条件|自查/,
  },
  {
    reason: 'stock',
    pattern:
      /在校|在册|常住|户籍人|应[检种训享保救报接]|系统登记|现有|共有(?!.{0,10}(?:完成|建成|完工|竣工|开工|投用))|原有|总数|总量|存量|保有|在册|总人口|注册用户|规模达/,
  },
  {
    reason: 'average',
    pattern:
      /[日月年户人次场台亩村家车座班生]均|平均|均价|(?<!\d)[千万]人口|(?<!免费|为|对)每(?:人|户|家|个|所|村|天|日|月|生|车|亩|次|名|座|套|间|张|平|公里|万|千)|单价/,
  },
  {
    reason: 'beneficiaries',
    pattern:
      /惠及|受益|覆盖|涉及|方便|带动|参与|参加|吸引|接待|满足|观众|辐射|便利|解决.{0,12}(?:出行|停车|用电|吃水|难题)|(?<!(?:接受|享受|开展|提供|康复|救助|科技|志愿|上门|免费|上线)[^，。；]{0,8})(?<!上线)服务(?!中心|站|机构|点|队|平台|设施|用房|体系|活动|驿站|事项|项目|的)/,
  },
]

/** Words that name a stage at which an own object counts; the later stage first. */
export const STAGE_CUES: readonly { readonly stage: ProgressStage; readonly pattern: RegExp }[] = [
  {
    stage: 'basic',
    pattern:
      /基本(?:建成|完工|完成|竣工)|主体(?:工程|结构|施工)?(?:已|基本|全部)*(?:完成|完工|封顶|竣工)|完成(?:了)?(?:主体|桩基|基础|土建|清淤|吊装|坝体|灌浆|路基|基层|管线|立杆|开挖|浇筑|砌筑|设备安装|外墙|内墙|粉刷|屋面|防水)|封顶|吊装/,
  },
  { stage: 'used', pattern: /投入?(?:使用|用|运)|投产|运行|运营|启用|开放|通车|入住|交付|开通|上线|开园|开班(?!\d)|挂牌/ },
  {
    stage: 'done',
    pattern:
      /完工|竣工|建成|验收|办结|结案|完成(?!$.)|安装到位|整治到位|到位|已?改造(?:完)|创建成功|达标|落成|销号|整改|完毕|到岗|上岗|入职|开业|通过[^，。；]{0,16}(?:验收|认定|认证|评估|考核|复核|达标)/,
  },
  { stage: 'accepted', pattern: /受理|立案|登记受理|收件/ },
  {
    stage: 'building',
    pattern:
      /在建|正在(?!开展|办理|进行(?:规划|招标|设计|前期|环评|可研|评审|公示|审批|征|方案)|编制|征|选址|申|申报|审|设计|招标|采购|公示|筹|谋|起草)|施工(?!图|许可|招标|单位|方案|设计|队|开标|合同)|建设(?:中|当中|之中)|装修|(?<!安装)调试|(?:铺设|浇筑|安装|整治)中|(?:完成|施工|建设|砌筑|浇筑|推进|建)[至到](?!位)|改造中|推进中|办理中|在办/,
  },
  { stage: 'started', pattern: /(?<!未)(?<!尚未)(?:开工|动工|启动|开建|破土|奠基|进场)/ },
]

/** How far the own objects have come: used ≥ done > basic > building > started > accepted. */
export type ProgressStage = 'used' | 'done' | 'basic' | 'building' | 'started' | 'accepted'

/** An increment inside a cumulative figure: progress only where the text gives no cumulative one. */
export const INCREMENT = /本(?:月|周|期|旬|季度|阶段)|当(?:月|周|季)|(?<![-—~～至到\d])\d{1,2}月份?(?=新增|完成|新建|增加|新开)/
/** One month's own, where a cumulative figure stands beside it: 6月份演出17场，7月份演出31场，累计48场. */
export const MONTHLY = /^\s*(?:今年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|第?[一二三四]季度)(?![底末初前中上下起来以至\d—~～-])/
export const CUMULATIVE = /累计|合计|总计|共|已|目前|半年|前三季度|截[至止]|[-—~～至到]\s?\d{1,2}月/
/** A standing total over several years beside this year's figure. */
export const STANDING = /累计|总共|现已|历年/
/** This year's own. */
export const THIS_YEAR = /今年|本年|新增|新建|新开|年内/
