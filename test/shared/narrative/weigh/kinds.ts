import type { NarrativeIndicator } from '../../../../shared/narrative/words/claims.ts'
import { indicator } from '../readText.ts'

/** A text with what a careful person reads: figures as "12座 a" (progress of a) or "20座 -", percentages as "62% a". */
export interface KindCase {
  readonly text: string
  readonly indicators: readonly NarrativeIndicator[]
  readonly figures: readonly string[]
  readonly percents?: readonly string[]
}

const of = (...own: [name: string, value: string, measure: string][]): NarrativeIndicator[] =>
  own.map(([name, value, measure], i) => indicator('abcd'.charAt(i), name, value, measure))

const parking = of(['新增公共停车泊位', '4000', '个'])
const lifts = of(['加装电梯', '100', '台'])
const toiletsAtHome = of(['改造农村户厕', '8000', '户'])
const schoolsAndKindergartens = of(['新增公办幼儿园学位', '3000', '个'], ['新建改建中小学学位', '8000', '个'])
const trails = of(['新建健身步道', '60', '条'], ['新建笼式球场', '24', '片'])
const waterSupply = of(['改造居民二次供水设施', '40000', '户'], ['更换老旧水表', '60000', '块'])

/** Labelled before they were read for the first time; each kind with texts that only look like it. */
export const KINDS: Readonly<Record<string, readonly KindCase[]>> = {
  'an increment next to the whole that it is in': [
    {
      text: '10月新增公共停车泊位420个，累计2860个，占年度任务的71.5%。',
      indicators: parking,
      figures: ['420个 -', '2860个 a'],
      percents: ['71.5% a'],
    },
    {
      text: '老旧小区改造本月新开工6个，年内累计开工52个，完工31个，占51.7%。',
      indicators: of(['改造老旧小区', '60', '个']),
      figures: ['6个 -', '52个 a', '31个 a'],
      percents: ['51.7% a'],
    },
    {
      text: '高标准农田三季度建成1.2万亩，目前共建成4.6万亩，占年度任务的76.7%。',
      indicators: of(['建设高标准农田', '60000', '亩']),
      figures: ['1.2万亩 -', '4.6万亩 a'],
      percents: ['76.7% a'],
    },
    {
      text: '农村户厕改造新完成320户，总数达到5504户，占68.8%。',
      indicators: toiletsAtHome,
      figures: ['320户 -', '5504户 a'],
      percents: ['68.8% a'],
    },
    {
      text: '本季发放创业担保贷款8600万元，年内达到2.31亿元，占目标的77%。',
      indicators: of(['发放创业担保贷款', '300000000', '元']),
      figures: ['8600万元 -', '2.31亿元 a'],
      percents: ['77% a'],
    },
    {
      text: '普惠托位本季度新增300个，全年已增加1650个，占82.5%。',
      indicators: of(['新增普惠托位', '2000', '个']),
      figures: ['300个 -', '1650个 a'],
      percents: ['82.5% a'],
    },
    {
      text: '公益性岗位本旬安置35人，至此安置1268人，占84.5%。',
      indicators: of(['公益性岗位安置', '1500', '人']),
      figures: ['35人 -', '1268人 a'],
      percents: ['84.5% a'],
    },
    {
      text: '森林抚育新增1.4万亩，建设森林乡村26个。',
      indicators: of(['森林抚育', '300000', '亩'], ['建设森林乡村', '40', '个']),
      figures: ['1.4万亩 a', '26个 b'],
    },
    { text: '新增停车泊位420个，改造停车泊位260个，共680个。', indicators: parking, figures: ['420个 a', '260个 a', '680个 a'] },
    { text: '8月加装电梯开工5台，9月开工3台。', indicators: lifts, figures: ['5台 a', '3台 a'] },
    { text: '本季度竣工加装电梯21台。', indicators: lifts, figures: ['21台 a'] },
  ],
  'figures of a month before those of the year': [
    {
      text: '10月受理法律援助案件186件、办结142件；1—10月受理1820件、办结1512件，办结数占年度任务的75.6%。',
      indicators: of(['办理法律援助案件', '2000', '件']),
      figures: ['186件 -', '142件 -', '1820件 a', '1512件 a'],
      percents: ['75.6% a'],
    },
    {
      text: '8月举办招聘会14场、达成意向1300人；年初以来举办126场、达成意向1.1万人，场次占年度任务的84%。',
      indicators: of(['举办招聘会', '150', '场']),
      figures: ['14场 -', '1300人 -', '126场 a', '1.1万人 -'],
      percents: ['84% a'],
    },
    {
      text: '三季度检测水样210份；今年累计检测640份，占任务的80%。',
      indicators: of(['农村饮用水水质检测', '800', '份']),
      figures: ['210份 -', '640份 a'],
      percents: ['80% a'],
    },
    {
      text: '本月开工加装电梯9台、竣工6台；年内开工88台、竣工71台，竣工数占目标的71%。',
      indicators: lifts,
      figures: ['9台 -', '6台 -', '88台 a', '71台 a'],
      percents: ['71% a'],
    },
    {
      text: '9月当月新建充电桩62根、投运55根，截至9月底新建731根、投运648根，投运数占任务的81%。',
      indicators: of(['新建充电桩', '800', '根']),
      figures: ['62根 -', '55根 -', '731根 a', '648根 a'],
      percents: ['81% a'],
    },
    {
      text: '6月救助困境儿童96人次；半年来救助742人次，占年度任务的61.8%。',
      indicators: of(['救助困境儿童', '1200', '人次']),
      figures: ['96人次 -', '742人次 a'],
      percents: ['61.8% a'],
    },
    {
      text: '9月立案211件、结案188件，为劳动者追回工资1370万元。',
      indicators: of(['调解仲裁劳动人事争议案件', '3200', '件']),
      figures: ['211件 a', '188件 a', '1370万元 -'],
    },
    { text: '6月开工加装电梯40台，8月竣工31台。', indicators: lifts, figures: ['40台 a', '31台 a'] },
    { text: '今年以来加装电梯竣工71台，9月底前还将竣工12台。', indicators: lifts, figures: ['71台 a', '12台 -'] },
  ],
  'the target again, in a bracket': [
    { text: '加装电梯（任务100台）竣工71台。', indicators: lifts, figures: ['100台 -', '71台 a'] },
    {
      text: '农村公路（300公里）已完成186公里，占62%；危桥改造（共40座，含续建6座）完工22座，占55%。',
      indicators: of(['新建农村公路', '300', '公里'], ['改造危桥', '40', '座']),
      figures: ['300公里 -', '186公里 a', '40座 -', '6座 -', '22座 b'],
      percents: ['62% a', '55% b'],
    },
    {
      text: '公办学位（目标3000个，其中小学1200个）：已交付2150个，占71.7%。',
      indicators: of(['新增公办学位', '3000', '个']),
      figures: ['3000个 -', '1200个 -', '2150个 a'],
      percents: ['71.7% a'],
    },
    {
      text: '标准化菜市场（12个，其中东山县5个、西河县7个）改造完成7个，占58.3%。',
      indicators: of(['改造标准化菜市场', '12', '个']),
      figures: ['12个 -', '5个 -', '7个 -', '7个 a'],
      percents: ['58.3% a'],
    },
    { text: '建成便民驿站20个（全年30个）。', indicators: of(['建设便民驿站', '30', '个']), figures: ['20个 a', '30个 -'] },
    { text: '口袋公园【24个】建成17个。', indicators: of(['建设口袋公园', '24', '个']), figures: ['24个 -', '17个 a'] },
    {
      text: '校车配备（80辆）已采购交付56辆，占年度任务的70%。',
      indicators: of(['配备校车', '80', '辆']),
      figures: ['80辆 -', '56辆 a'],
      percents: ['70% a'],
    },
    { text: '建成健身步道38条（滨河12条、社区26条）。', indicators: trails, figures: ['38条 a', '12条 a', '26条 a'] },
    { text: '健身步道已全部建成（60条）。', indicators: trails, figures: ['60条 a'] },
    { text: '笼式球场已投用（15片），占62.5%。', indicators: trails, figures: ['15片 b'], percents: ['62.5% b'] },
    { text: '健身步道完成63.3%（38条）。', indicators: trails, figures: ['38条 a'], percents: ['63.3% a'] },
  ],
  'the measure of those who have the use of it is what is counted': [
    {
      text: '老旧小区改造完工小区38个，涉及居民1.24万户，占年度任务的62%。',
      indicators: of(['改造城镇老旧小区', '20000', '户']),
      figures: ['38个 -', '1.24万户 a'],
      percents: ['62% a'],
    },
    {
      text: '供热改造完成换热站12座，惠及用户8600户，完成目标的71.7%。',
      indicators: of(['老旧供热设施改造', '12000', '户']),
      figures: ['12座 -', '8600户 a'],
      percents: ['71.7% a'],
    },
    {
      text: '农村供水工程完工26处，覆盖群众5.37万人，占目标的67.1%。',
      indicators: of(['农村供水水质提升', '80000', '人']),
      figures: ['26处 -', '5.37万人 a'],
      percents: ['67.1% a'],
    },
    {
      text: '户厕改造完成行政村62个，涉及农户4480户，占年度目标的56%。',
      indicators: toiletsAtHome,
      figures: ['62个 -', '4480户 a'],
      percents: ['56% a'],
    },
    {
      text: '农网改造完成台区84个，服务用户1.53万户，占目标的61.2%。',
      indicators: of(['农村电网改造', '25000', '户']),
      figures: ['84个 -', '1.53万户 a'],
      percents: ['61.2% a'],
    },
    {
      text: '天然气入户完成庭院管网21公里，涉及居民3150户，占45%。',
      indicators: of(['天然气入户', '7000', '户']),
      figures: ['21公里 -', '3150户 a'],
      percents: ['45% a'],
    },
    {
      text: '更换水表4.05万块，占67.5%，涉及居民3.9万户。',
      indicators: waterSupply,
      figures: ['4.05万块 b', '3.9万户 -'],
      percents: ['67.5% b'],
    },
    {
      text: '二次供水设施改造完成2.38万户，占59.5%，惠及居民7.1万人。',
      indicators: waterSupply,
      figures: ['2.38万户 a', '7.1万人 -'],
      percents: ['59.5% a'],
    },
    {
      text: '二次供水设施改造完成1.2万户，占30%，沿线惠及居民2.38万户。',
      indicators: waterSupply,
      figures: ['1.2万户 a', '2.38万户 -'],
      percents: ['30% a'],
    },
    { text: '计划改造泵房46座，涉及居民2.38万户。', indicators: waterSupply, figures: ['46座 -', '2.38万户 -'] },
  ],
  'projects beside the things that they hold': [
    {
      text: '停车泊位建设开工项目9个、泊位1520个，完工项目6个、泊位980个，占任务的49%。',
      indicators: of(['新增停车泊位', '2000', '个']),
      figures: ['9个 -', '1520个 a', '6个 -', '980个 a'],
      percents: ['49% a'],
    },
    {
      text: '养老床位建设点位14个，新增床位860个，占任务的43%。',
      indicators: of(['新增养老床位', '2000', '个']),
      figures: ['14个 -', '860个 a'],
      percents: ['43% a'],
    },
    {
      text: '建成托育机构18个、托位1350个，占任务的45%。',
      indicators: of(['新增托位', '3000', '个']),
      figures: ['18个 -', '1350个 a'],
      percents: ['45% a'],
    },
    {
      text: '保障性租赁住房开工地块7个、房源2140套，竣工地块3个、房源1260套，占任务的45%。',
      indicators: of(['筹集保障性租赁住房', '2800', '套']),
      figures: ['7个 -', '2140套 a', '3个 -', '1260套 a'],
      percents: ['45% a'],
    },
    {
      text: '竣工场站11个、充电桩486个，占60.8%。',
      indicators: of(['新建充电桩', '800', '个']),
      figures: ['11个 -', '486个 a'],
      percents: ['60.8% a'],
    },
    {
      text: '募集见习单位32个、岗位1180个，占年度任务的78.7%。',
      indicators: of(['募集就业见习岗位', '1500', '个']),
      figures: ['32个 -', '1180个 a'],
      percents: ['78.7% a'],
    },
    {
      text: '寄宿制学校改造完工学校8个、床位2450个，占任务的70%。',
      indicators: of(['新增寄宿制学校床位', '3500', '个']),
      figures: ['8个 -', '2450个 a'],
      percents: ['70% a'],
    },
    { text: '城市书房项目13个已开放，占43.3%。', indicators: of(['新建城市书房', '30', '个']), figures: ['13个 a'], percents: ['43.3% a'] },
    {
      text: '实施停车泊位项目，开工泊位3860个、完工泊位2215个，占55.4%。',
      indicators: parking,
      figures: ['3860个 a', '2215个 a'],
      percents: ['55.4% a'],
    },
  ],
  'two indicators of one thing, told apart by the percentages': [
    {
      text: '8所初中中5所建成投用，新增学位4100个，占51.3%；小学交付3所、学位1260个，占42%。',
      indicators: of(['新增小学学位', '3000', '个'], ['新增初中学位', '8000', '个']),
      figures: ['8所 -', '5所 -', '4100个 b', '3所 -', '1260个 a'],
      percents: ['51.3% b', '42% a'],
    },
    {
      text: '污水方面新建改造管网18.6公里，占62%；供水方面管网10.4公里，占52%。',
      indicators: of(['改造供水管网', '20', '公里'], ['新建改造污水管网', '30', '公里']),
      figures: ['18.6公里 b', '10.4公里 a'],
      percents: ['62% b', '52% a'],
    },
    {
      text: '中心城区新增床位610个，占61%；乡镇敬老院改造后新增床位900个，占60%。',
      indicators: of(['新增城市养老床位', '1000', '个'], ['新增农村养老床位', '1500', '个']),
      figures: ['610个 a', '900个 b'],
      percents: ['61% a', '60% b'],
    },
    {
      text: '8所小学中6所交付，新增学位2700个，占67.5%，其余2所年底交付，可再增加学位1000个。',
      indicators: of(['新增幼儿园学位', '2400', '个'], ['新增小学学位', '4000', '个']),
      figures: ['8所 -', '6所 -', '2700个 b', '2所 -', '1000个 -'],
      percents: ['67.5% b'],
    },
    {
      text: '中学完工4所、学位3150个，占63%；另有3所在建，预计可增学位1500个。',
      indicators: of(['新增小学学位', '2000', '个'], ['新增中学学位', '5000', '个']),
      figures: ['4所 -', '3150个 b', '3所 -', '1500个 -'],
      percents: ['63% b'],
    },
    {
      text: '幼儿园交付4所、学位1080个，占36%。',
      indicators: schoolsAndKindergartens,
      figures: ['4所 -', '1080个 a'],
      percents: ['36% a'],
    },
    {
      text: '中小学新增学位4080个，占51%；幼儿园新增学位1530个，占51%。',
      indicators: schoolsAndKindergartens,
      figures: ['4080个 b', '1530个 a'],
      percents: ['51% b', '51% a'],
    },
  ],
}
