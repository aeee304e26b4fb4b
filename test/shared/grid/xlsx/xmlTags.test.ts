import { describe, expect, it } from 'vitest'
import { XmlTags } from '../../../../shared/grid/xlsx/xmlTags.ts'

/** "a", "/a", "a/" for each tag. */
const walk = (text: string): readonly string[] => {
  const tags = new XmlTags(text)
  const seen: string[] = []
  while (tags.next()) seen.push(`${tags.isClosing ? '/' : ''}${tags.name}${tags.isEmpty ? '/' : ''}`)
  return seen
}
const first = (text: string): XmlTags => {
  const tags = new XmlTags(text)
  tags.next()
  return tags
}

describe('XmlTags', () => {
  it.each<[string, string, readonly string[]]>([
    ['opening, closing and empty ones', '<a><b/><c></c></a>', ['a', 'b/', 'c', '/c', '/a']],
    ['without prefixes', '<x:a xmlns:x="y"><x:b /></x:a>', ['a', 'b/', '/a']],
    [
      'behind comments, CDATA, instructions and a document type',
      '<?xml v="<z>"?><!DOCTYPE a [<!ENTITY e "<q>">]><a><!-- <b> --><![CDATA[<c>]]></a>',
      ['a', '/a'],
    ],
    ['whose values hold ">" and "/"', `<a b="x>y" c='p/>'><d e="/"/></a>`, ['a', 'd/', '/a']],
    ['with line ends among the attributes', '<a\n b="1"\r\n\t/>', ['a/']],
    ['up to where a comment has no end', '<a><!-- <b></a>', ['a']],
    ['up to where a value has no end', '<a><b c="d></b></a>', ['a', 'b']],
  ])('finds tags %s', (_, text, wanted) => {
    expect(walk(text)).toEqual(wanted)
  })

  it.each<[string, string, string | undefined]>([
    ['in double quotes', '<c r="A1" s="2"/>', 'A1'],
    ['in single quotes', "<c s='2' r='A1'/>", 'A1'],
    ['with blanks around', '<c s = "2" r = "A1" />', 'A1'],
    ['with entities', '<c r="a&lt;b&#x4e2d;&#25;&amp;lt;"/>', 'a<b中\u0019&lt;'],
    ['behind one without a value', '<c r2 r="A1"/>', 'A1'],
    ['behind one without quotes', '<c s=2 r="A1"/>', 'A1'],
    ['next to another', '<c s="2"r="A1"/>', 'A1'],
    ['not of a longer name', '<c rr="B1" xr="B2"/>', undefined],
    ['not of a name with a prefix', '<c x:r="B1"/>', undefined],
  ])('gives the value of an attribute %s', (_, text, wanted) => {
    expect(first(text).attribute('r')).toBe(wanted)
  })

  it('gives the value of an attribute with any prefix', () => {
    expect(first('<sheet sheetId="3" rel:id="rId7"/>').prefixedAttribute('id')).toBe('rId7')
    expect(first('<sheet id="3"/>').prefixedAttribute('id')).toBeUndefined()
  })

  it.each<[string, string, string]>([
    ['entities', '<t>3 &lt; 4 &amp;&amp; &unknown; &#20013;</t>', '3 < 4 && &unknown; 中'],
    ['CDATA', '<t>a&lt;<![CDATA[<b>&lt;]]>c</t>', 'a<<b>&lt;c'],
    ['comments and instructions', '<t>a<!-- <x> -->b<?y <z> ?>c</t>', 'abc'],
    ['line ends of other systems', '<t>a\r\nb\rc</t>', 'a\nb\nc'],
    ['an empty element', '<t/>after', ''],
  ])('gives the characters behind a tag: %s', (_, text, wanted) => {
    expect(first(text).characters()).toBe(wanted)
  })

  it('passes over an element with all that is in it', () => {
    const tags = first('<a><b><a/></b><a><c></c></a></a><d/>')
    tags.skip()
    expect(tags.closes('a')).toBe(true)
    tags.next()
    expect(tags.name).toBe('d')
  })

  it('gives places by which a text can be patched', () => {
    const text = '<x:c r="A1"><x:v>5</x:v></x:c>'
    const tags = first(text)
    expect(text.slice(tags.start, tags.end)).toBe('<x:c r="A1">')
    expect(tags.writtenName).toBe('x:c')
    const place = tags.attributePlace('r')
    expect(text.slice(place?.start, place?.end)).toBe('A1')
  })

  it('says whether a text ends before its elements do', () => {
    const whole = new XmlTags('<a><b/></a>')
    while (whole.next()) {}
    const cut = new XmlTags('<a><b/>')
    while (cut.next()) {}
    expect([whole.isWhole, cut.isWhole]).toEqual([true, false])
  })

  it.each([
    ['tags without an end', '<a '],
    ['quotes without an end', '<a b="'],
    ['comments without an end', '<!--'],
    ['declarations without an end', '<!a'],
    ['declarations', '<!a>'],
    ['brackets', '<!a [>'],
    ['ampersands', '<a>&amp'],
    ['blanks', '<a                 '],
    ['attributes without values', '<a b c= d =e '],
    ['attributes', '<a b="c" d=\'e\'/>'],
  ])('is done at once with hostile text: %s', (_, piece) => {
    const tags = new XmlTags(piece.repeat(200_000))
    let count = 0
    while (tags.next()) {
      tags.attribute('b')
      tags.characters()
      count++
    }
    expect(count).toBeLessThanOrEqual(200_000)
  })
})
