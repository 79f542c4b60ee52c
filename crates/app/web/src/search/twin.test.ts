import { describe, expect, it } from 'vitest'
import { merged, type Content, type PocketItem } from './content'
import { articles, codeTokens, normal, pairs, ways, wordTokens } from './text'
import { Twin } from './twin'

describe('text', () => {
  it('is half-width, lower case, and only letters, digits and characters', () => {
    expect(normal('Ａ１、油烟（超标）！')).toBe('a1油烟超标')
    expect(normal('  ，')).toBe('')
    expect(normal('① ㎡')).toBe('1m2')
    expect(normal('𠮷野家')).toBe('𠮷野家')
  })
  it('falls into pairs of characters', () => {
    expect(pairs('油烟机')).toEqual(['油烟', '烟机'])
    expect(pairs('油')).toEqual([])
    expect(pairs('𠮷野')).toEqual(['𠮷野'])
    expect(wordTokens('油')).toEqual(['油'])
  })
  it('names articles', () => {
    expect(articles('大气法第１１８条')).toEqual(['118'])
    expect(articles('第一百一十八条第一款和45条')).toEqual(['一百一十八', '45'])
    expect(articles('工地')).toEqual([])
  })
  it('may hold codes', () => {
    expect(codeTokens('事项D1579，d-15，油烟2', 2)).toEqual(['d15'])
    expect(codeTokens('D1579 d-15 a', 2)).toEqual(['d1579', 'd15'])
  })
  it('writes ways as parts of words', () => {
    expect(ways('呛人|半夜/凌晨+打桩/敲击')).toEqual([[['呛人']], [['半夜', '凌晨'], ['打桩', '敲击']]])
    expect(ways('')).toEqual([])
  })
})

const item = (code: string, title: string, statute: string, field: string, more: string[], party: string | null = null): PocketItem => ({
  print: code, code, title, statute, field, articles: more, party, initials: code.toLowerCase(), article: '第一条', fine: '', precondition: 'none',
})
const content: Content = {
  version: 'v', revision: 1, on: '2026-07-20', rarity: { 1: 1000, 2: 500, 3: 200 }, near: { 1: 900, 2: 400 }, words_print: 'w',
  words: ['呛人|楼上/楼下+熏|烟味', '黑车|没证+拉客'],
  concepts: [{ n: '油烟扰民', s: 4000, k: 100, t: [0] }, { n: '黑车', s: 3000, k: 100, t: [1] }],
  items: [
    item('D1', '排放油烟未安装油烟净化设施', '大气污染防治法', '生态环境', ['一百一十八', '118']),
    item('D2', '未取得许可从事道路客运经营', '道路运输条例', '交通运输', ['六十三', '63'], 'organisation'),
    item('D3', '运输车辆未采取密闭措施', '大气污染防治法', '生态环境', ['一百一十六', '116']),
  ],
}

describe('the twin', () => {
  const twin = new Twin(content)
  const first = (text: string) => twin.search(text, { limit: 3 })[0]

  it('finds by everyday words and says why; the reasons are the score', () => {
    const hit = first('烧烤店熏到楼上，呛人')
    expect(hit?.code).toBe('D1')
    expect(hit?.reasons[0]).toEqual({ kind: 'concept', matched: ['呛人', '楼上+熏'], entry: '油烟扰民', score: 4000 })
    expect(hit?.reasons.reduce((sum, { score }) => sum + score, 0)).toBe(hit?.score)
  })
  it('fires a way only when each of its parts has a word', () => {
    expect(first('楼上')?.reasons.map(({ kind }) => kind)).toEqual(['near'])
    expect(first('没证拉客')?.reasons[0]?.kind).toBe('concept')
    expect(twin.search('  ，', { limit: 3 })).toEqual([])
  })
  it('finds by code, statute, article and initials', () => {
    expect(first('d2')?.code).toBe('D2')
    expect(first('大气污染防治法第116条')?.code).toBe('D3')
    expect(first('大气污染防治法 一百一十八条')?.code).toBe('D1')
  })
  it('takes hints: a field lifts, another kind of party lowers', () => {
    const plain = first('道路客运')?.score ?? 0
    expect(twin.search('道路客运', { limit: 1, party: 'person' })[0]?.score).toBe(plain - 700)
    expect(twin.search('道路客运', { limit: 1, field: '交通运输' })[0]?.score).toBe(plain + 1500)
  })
})

describe('a change', () => {
  const newer = { ...item('D2', '新', '', '', []), print: 'n' }
  it('takes the place of what was there, and what is not named is gone', () => {
    const delta = { ...content, version: 'v2', words: [], items: [newer], codes: ['D1', 'D2'] }
    const found = merged(content, delta)
    expect(found?.items.map(({ title }) => title)).toEqual([content.items[0]?.title, '新'])
    expect(found?.words).toEqual(content.words)
    expect(found).not.toHaveProperty('codes')
  })
  it('that does not fit is refused, so that the whole is fetched', () => {
    expect(merged(content, { ...content, codes: ['D1', 'D9'], items: [] })).toBeNull()
    expect(merged(content, { ...content, codes: ['D1'], items: [], words_print: 'x', words: [] })).toBeNull()
  })
})
