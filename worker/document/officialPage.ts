/**
 * The page of GB/T 9704-2012 in Word's measures: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28
 * characters in 3号. A twip is 1/20 pt, 56.7 to the millimetre.
 */
const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** The page in twips. */
export const officialPage = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  left: mm(28),
  right: mm(210 - 28 - 156),
  bottom: mm(297 - 37 - 225),
  /** The page number is 7 mm below the text area, in a line of its own of 14 pt. */
  footer: mm(297 - 37 - 225 - 7) - 14 * 20,
  /** 225 mm ÷ 22, rounded down so that 22 lines fit. */
  linePitch: Math.floor(mm(225) / 22),
  /** 156 mm ÷ 28 less the 16 pt of a character, rounded down so that 28 fit. */
  characterSpacing: Math.floor(mm(156) / 28) - 16 * 20,
  /** Width of a character with its spacing: the unit of indents. */
  character: Math.floor(mm(156) / 28),
} as const

/** Sizes in half points. */
export const officialSize = { title: 44, body: 32, pageNumber: 28, table: 24, issuer: 72 } as const

/** Fonts by role, each with its substitutes where it is not installed (fontTable's altName; no font is shipped). */
export const officialFonts = {
  title: { name: '方正小标宋简体', fallbacks: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun', 'Noto Serif CJK SC'] },
  body: { name: '仿宋_GB2312', fallbacks: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'] },
  heading: { name: '黑体', fallbacks: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'] },
  subheading: { name: '楷体_GB2312', fallbacks: ['楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Noto Serif CJK SC'] },
  pageNumber: { name: '宋体', fallbacks: ['SimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'] },
} as const

/** What a run of text is: a writer names the role, never the font. */
export type FontRole = keyof typeof officialFonts
