import { expect, it } from 'vitest'
import { findCircles } from '../../../.ci/count/findCircles.ts'

const graph = (arrows: Readonly<Record<string, string>>) => new Map(Object.entries(arrows).map(([from, to]) => [from, [...to]]))

it.each([
  ['a line has none', { a: 'b', b: 'c', c: '' }, []],
  ['two that name each other', { a: 'b', b: 'a', c: 'a' }, ['ab']],
  ['a way back from far, and one joined to it', { a: 'b', b: 'c', c: 'ad', d: 'b', e: 'a' }, ['abcd']],
  ['two apart, though one leads to the other', { a: 'b', b: 'ac', c: 'd', d: 'c' }, ['cd', 'ab']],
  ['one that names itself', { a: 'a', b: 'a' }, ['a']],
  ['two roads to one end are none', { a: 'bc', b: 'd', c: 'd', d: '' }, []],
  ['what is named without a row of its own', { a: 'z' }, []],
])('%s', (_, arrows, circles) => {
  expect(findCircles(graph(arrows)).map((circle) => circle.join(''))).toEqual(circles)
})
