import type { FindingCode } from '../../../shared/finding/finding.ts'
import type { FindingText } from './texts.ts'

/** Every finding in Chinese, by code. */
export const findingsZhCN: Readonly<Record<FindingCode, FindingText>> = {
  CELL_ERROR: { title: '单元格出错', reason: '这里显示的是错误值‹ {error}›，读不到数字。', fix: '改正公式或直接填入数字。' },
  DATE_IN_FIGURE: {
    title: '数字栏里是日期',
    reason: '这里显示的是日期，不是数字，未采用。',
    fix: '请把单元格格式改为“常规”后重新填写数字。',
  },
  UNIT_MISMATCH: {
    title: '计量单位不符',
    reason: '这里的单位是“{measure}‹{noun}›”，而该指标登记的单位是“{registered}”，不能相互换算，数字未采用。',
    fix: '请按登记的单位填报；如表头写错，请改表头。',
  },
  UNIT_INCONSISTENT: {
    title: '同表单位大小不一',
    reason:
      '‹标的单位是“{measure}”，同列有的数字却像是按另一种大小（万或个）填的，已按相称的大小读取。›‹表上方的单位同时有 {choices}，这一列没有写明是哪一个，先按前一个读取。›‹涉及 {cells}。›',
    fix: '请核对读出的数字，无误的报送时确认；或把这一列统一成同一个单位。',
  },
  PCT_MISMATCH: {
    title: '完成率有误',
    reason: '填的是 {stated}%‹，按完成数 ÷ 目标数（{part} ÷ {whole}）应为 {right}%›。',
    fix: '请改正完成率，或核对完成数和目标数。填错的完成率不报送，不影响完成数。',
  },
  SUM_MISMATCH: {
    title: '合计与各行不符',
    reason: '填的合计是 {stated}，各行相加是 {sum}。',
    fix: '请核对各行与合计。合计只作核对，不报送。',
  },
  SHEET_OF_OTHER_UNIT: {
    title: '可能不是本单位的表',
    reason: '表上、工作表名或文件名写的是“{stated}”，当前登录的是{reporter}。',
    fix: '请打开本单位的表；确是本单位的，请点下面的按钮确认，或改正写的单位。',
  },
  PERIOD_MISMATCH: {
    title: '可能不是本期的表',
    reason: '表上、工作表名或文件名写的是“{stated}”，当前报送期是{period}。',
    fix: '请打开本期的表，或切换报送期；确是本期的，请点下面的按钮确认，或改正写的时间。',
  },
  ROW_NOT_YOURS: {
    title: '有不由本单位填报的行',
    reason: '有 {count} 处（行或列）不由{reporter}填报，照报的话另行保存，不计入全市汇总。',
    fix: '不该由本单位报的，请点下面的按钮不报，下次也不必再选。',
  },
  DECREASED_CUMULATIVE: {
    title: '累计数低于上期',
    reason: '累计完成 {cumulative}‹ {unit}›，比‹{period}报送的›上期累计 {previous}‹ {unit}› 少。累计数只增不减。',
    fix: '请核对；如上次多报需要更正，报送时写明原因。',
  },
  JUMP_SUSPECT: {
    title: '比上期增加过多，疑似填错',
    reason: '累计完成 {cumulative}‹ {unit}›‹（目标 {target}）›，‹{period}报送的›上期累计是 {previous}‹ {unit}›‹，约为其 {times} 倍›。',
    fix: '请核对位数、小数点和单位（万）；如确实如此，报送时写明原因。',
  },
  STEP_MISMATCH: {
    title: '上期加本期不等于累计',
    reason: '上期累计 {previous}‹（{period}报送）›加本期 {added} 是 {sum}，累计填的是 {cumulative}。',
    fix: '请核对这三个数；如因更正不能相加，可在报送时说明。',
  },
  PREVIOUS_MISMATCH: {
    title: '上期数与上次报送的不同',
    reason: '这里的上期累计是 {previous}，{period}报送的累计是 {stored}。',
    fix: '请核对是这里填错，还是上次报错；上次报错的，可在报送时说明。',
  },
  OVER_TARGET_SUSPECT: {
    title: '超额过多，疑似填错',
    reason: '完成 {cumulative}，目标 {target}‹，达到 {percent}%›‹，上次为 {previous}›，增幅异常或与另一行矛盾。',
    fix: '请核对小数点和单位；如确实如此，报送时写明原因。',
  },
  BELOW_ZERO: {
    title: '小于 0',
    reason: '填的是 {value}，完成数、目标数和基数不会小于 0。',
    fix: '请核对正负号；如是冲减以前多报的数，报送时写明原因。',
  },
  DUPLICATE_ROW: {
    title: '重复填报',
    reason: '“‹{area} ›{subject}”在第 {rows} 行各报了一次，数字不同，都没有采用。',
    fix: '请只保留正确的一行。',
  },
  MILESTONE_OVERDUE: {
    title: '节点已逾期',
    reason: '‹“{node}”›计划 {planned} 完成‹，到 {asOf} 已超过 {days} 天›，仍未完成。',
    fix: '如已完成，请填实际完成日期；如未完成，报送时写明原因，数据照常报送。',
  },
  PCT_ROUNDING: {
    title: '完成率末位不符',
    reason: '填的是 {stated}%‹，应为 {right}%›‹（{part} ÷ {whole}）›。',
    fix: '请改正，或在报送时说明。',
  },
  PCT_UNVERIFIABLE: {
    title: '完成率无法核对',
    reason:
      '‹完成率 {stated}% 所依据的数字缺失或未被采用，无法核对。›' +
      '‹填的是 {written}%，按完成数 ÷ 目标数（{part} ÷ {whole}）是 {made}%；这一列多数算不出，可能是另一口径的比例。›',
    fix: '请补齐或改正完成数、目标数；不是完成率的，请把这一列改为“只看不报”。',
  },
  STAGE_MISMATCH: {
    title: '阶段口径不同',
    reason: '这里‹“{words}”›‹“{raw}”›说的是‹“{stage}”›，与该指标统计的阶段‹“{counts}”›不同。',
    fix: '请按指标的口径填报；如口径一致，报送时说明。',
  },
  AS_OF_AFTER_SUBMISSION: {
    title: '截止日期晚于填表日期',
    reason: '数据截至 {asOf}，晚于填表日期 {filled}。',
    fix: '请核对两个日期。',
  },
  ACTUAL_AHEAD: {
    title: '实际完成日期还没有到',
    reason:
      '‹“{node}”›填的实际完成日期是 {actual}‹，晚于填表日期 {filled}›‹，晚于数据截至日期 {asOf}›‹，今天才 {today}›，这一天到来之前不算完成。',
    fix: '还没有完成的，请填到计划日期一列；日期写错的，请改正。',
  },
  APPROX_VALUE: {
    title: '不是确切数字',
    reason: '‹“{written}”›‹“{raw}”›不是确切数字‹（带有“{word}”）›。',
    fix: '请填确切数字；暂无确切数字的，报送时说明。',
  },
  TARGET_MISMATCH: {
    title: '目标与登记的不同',
    reason: '‹填的目标是 {stated}，›‹各县（市、区）的目标相加是 {sum}，›登记的{area}目标是 {registered}。',
    fix: '请核对目标和单位。登记了目标的，完成率按登记的计算。',
  },
  NOT_REPORTED: {
    title: '未填',
    reason: '“{indicator}”应当填报，这里没有数‹，写的是“{written}”›。没有填数不等于 0。',
    fix: '有数请补上；没有进展请填 0。',
  },
  DENOMINATOR_MISSING: {
    title: '缺少基数',
    reason: '‹“{indicator}”›只有比率，没有基数（应检人数等），各地的比率不能直接平均。‹按现有数字推算，{area}的基数可能是 {implied}。›',
    fix: '请增加一列填写基数，或在报送时说明。',
  },
  DATE_AMBIGUOUS: {
    title: '日期不明确',
    reason: '“{written}”‹可以读作 {candidates}，›不能确定是哪一天。',
    fix: '请写成完整日期，如 2021-05-20。',
  },
  AREA_NOT_IN_REGISTER: {
    title: '地区不在登记表内',
    reason: '登记表里没有“‹{written}›‹{area}›”，这一行没有采用‹：目标 {target}›‹，完成 {cumulative}›。',
    fix: '请改用登记的县（市、区）名称；功能区数据请并入所在县（市、区）。',
  },
  SUM_UNVERIFIABLE: {
    title: '合计无法核对',
    reason: '合计 {stated} 与各行相加‹的 {sum} ›不符，只与其中一部分行相符，这些行本身相互矛盾。',
    fix: '请先改正矛盾的行。',
  },
  STATUS_CONTRADICTION: {
    title: '标注与数字矛盾',
    reason: '“{flag}”填的是“{written}”，与数字矛盾‹：完成 {cumulative}›‹，目标 {target}›‹，序时进度 {scheduled}%›‹，实际日期 {actual}›。',
    fix: '请核对标注，或核对数字。',
  },
  OVER_TARGET: { title: '超额完成', reason: '‹完成 {cumulative}，›‹完成 {value}，›目标 {target}‹，达到 {percent}%›。', fix: '无需处理。' },
  LEDGER_ROWS: {
    title: '逐项填报的台账',
    reason:
      '‹{rows} 行是“{subject}”的明细（以“{items}”区分），可按县（市、区）汇总成 {areas} 条后上报，确认前不报送。›‹{summed} 行明细已汇总成 {areas} 条上报。›‹表中没有完成数，按状态计数，共 {counted} 个。›',
    fix: '请核对汇总数后点“按县（市、区）汇总后上报”；不是台账的，请改正重复的行。',
  },
  RATE_OVER_100: { title: '比率超过 100%', reason: '{percent}% 超过 100%，属正常情况，已采用。', fix: '无需处理。' },
  AREA_ALIAS: { title: '地区别名', reason: '“{written}”按“{area}”读取。', fix: '无需处理；建议以后用规范名称。' },
  UNIT_ALIAS: { title: '单位别名', reason: '“{written}”按“{units}”读取。', fix: '无需处理；建议以后用规范名称。' },
  UNIT_SYNONYM: { title: '计量单位同义', reason: '“{measure}”按“{registered}”读取。', fix: '无需处理。' },
  UNIT_LEVEL_AMBIGUOUS: {
    title: '单位级别不明',
    reason: '“{units}”可能指县级市的部门，也可能指市直部门。',
    fix: '建议写全称。',
  },
  REPORTER_NOT_LEAD: {
    title: '非牵头单位',
    reason: '牵头单位‹是 {leads}，›不是{reporter}。本期不由{reporter}填报的指标，所报数据另行保存，不计入全市汇总。',
    fix: '无需处理。',
  },
  INDICATOR_SPLIT: { title: '一行含两项指标', reason: '这里包含 {indicators}，已分开读取。', fix: '无需处理。' },
  NUMBER_IN_TEXT: {
    title: '数字在文字里',
    reason: '从“{written}”中读到 {value}。',
    fix: '请核对读数；建议只填数字，Excel 求和时不计入这样的文字。',
  },
  FULLWIDTH_DIGITS: {
    title: '全角数字',
    reason: '“{written}”是全角字符，按 {value} 读取。',
    fix: '不影响报送；建议改成半角数字，Excel 求和时不计入全角写的数。',
  },
  PCT_SCALE_MIXED: {
    title: '百分数写法不一',
    reason: '这一列有的写小数，有的写百分数‹（另见 {other}）›，已统一按百分数读取。',
    fix: '建议统一写法。',
  },
  CARRY_OVER: { title: '上年结转', reason: '这一列是上年结转，不计入本年累计。', fix: '无需处理。' },
  DATE_SERIAL: { title: '日期序号', reason: '{written} 是日期的序号‹，按 {date} 读取›。', fix: '建议把单元格格式改为日期。' },
  DATE_SHORT: { title: '日期缺年份', reason: '“{written}”没有年份‹，按 {date} 读取›。', fix: '无需处理；建议写全。' },
  DATE_VAGUE: { title: '日期不具体', reason: '“{written}”‹按 {date} 读取›。', fix: '无需处理；建议写到日。' },
  DATE_AS_NUMBER: { title: '日期写成了数字', reason: '“{written}”‹按 {date} 读取›。', fix: '请核对；建议写成日期。' },
  DATE_OPEN_ENDED: { title: '没有截止日期', reason: '“{written}”没有明确的日期。', fix: '无需处理。' },
  PERSON_PHONE_COMBINED: { title: '姓名电话同格', reason: '姓名和电话在同一格，已分开读取。', fix: '无需处理。' },
  TEXT_FIGURE_MISMATCH: {
    title: '文字与数字不一致',
    reason: '进展情况里写的是 {text}，数字栏是 {figure}‹（{indicator}）›。',
    fix: '请改成一致；如各有所指，报送时说明。',
  },
  TEXT_PARTS_MISMATCH: {
    title: '分项相加不等于总数',
    reason: '文字中的分项相加是 {sum}，总数是 {whole}‹（{indicator}）›。',
    fix: '请核对分项和总数。',
  },
  TEXT_NO_FIGURE: {
    title: '文字里没有进度数字',
    reason: '任务有量化目标，进展情况里却没有完成数‹（{indicator}）›。',
    fix: '请写明完成了多少；尚无进展的请写明原因。',
  },
  TEXT_FIGURE_OPEN: {
    title: '文字数字归属不明',
    reason: '‹{indicator}：›{raw} 属于哪一项、哪个是累计数，文字中没有写明，没有采用。',
    fix: '请在数字前写明是哪一项，累计数前写“累计”，或填入数字栏。',
  },
  TEXT_CONTEXT_FIGURE: {
    title: '背景数字未采用',
    reason: '“{raw}”是摸底、计划一类的背景数字，不是完成数，没有采用。',
    fix: '无需处理；如确是完成数，请填入数字栏。',
  },
  TEXT_COMMITMENT_DUE: {
    title: '承诺已到期',
    reason: '上次写的“{promised}”‹（{date}）›已经到期，这次没有提到。',
    fix: '请说明是否已经完成。',
  },
  TEXT_STALE: { title: '文字未更新', reason: '数字变了，进展情况却与上期完全相同‹（{indicator}）›。', fix: '请更新进展情况。' },
  NOT_READ: {
    title: '未能识别',
    reason: '‹“{written}”›未能识别，未采用‹：{reason}›。',
    fix: '请改写，或在“识别结果”里说明这一列是什么。',
  },
  FIGURE_TWICE: {
    title: '同一项数字填了两处',
    reason: '这里与 {taken} 是同一项的数字，两处不同，采用了 {taken}，这里的没有采用‹，这样的共 {count} 处›。',
    fix: '请核对，只保留正确的一处；如果这一列说的是别的，请在“识别结果”里说明。',
  },
  FIGURES_OUTSIDE: {
    title: '表外的数字',
    reason: '{first} 到 {last} 有 {count} 个数字不在识别出的表内，未读取。',
    fix: '如果是要报送的数字，请移到表里，或补上表头；不报送的，无需处理。',
  },
  SUBJECT_AMBIGUOUS: {
    title: '任务或指标不明',
    reason: '不能确定这里说的是哪一项任务或指标‹：{candidates}›。',
    fix: '请在“识别结果”里选定。',
  },
}
