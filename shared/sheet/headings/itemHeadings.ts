import { compactText } from '../view/compactText.ts'

const PLACES = /学校|校名|园名|路段|路名|线路名|小区名?称?$|站点|点位|地点|村名|桥名|宿舍名|乡镇|街道|村居|社区名/u
/** Of townships, however bracketed (乡镇（街道）, 乡（镇）). */
const TOWNS = /^(所在|所属)?乡([(（]?镇|镇)[)）]?([、/]?[(（]?(街道|办事处|镇办)[)）]?)?(名称)?$/u
const ITEMS = /项目名称|具体项目|子项|项目点|工程名称|标段/u
const OTHERS = /单位|部门|任务|指标|责任|县|地区|区域|目标|[数量率]$|[(（].{1,2}[)）]$|时间|日期|情况|进度/u

/** A heading of places at which work is done (项目学校, 路段, 小区名称): each row is an item of something bigger. */
export const isPlaceHeading = (header: string): boolean =>
  TOWNS.test(compactText(header)) || (PLACES.test(compactText(header)) && !OTHERS.test(compactText(header)))

/** The same, or of projects (项目名称). */
export const isItemHeading = (header: string): boolean =>
  isPlaceHeading(header) || (ITEMS.test(compactText(header)) && !OTHERS.test(compactText(header)))
