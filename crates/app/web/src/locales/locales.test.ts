import { NodeTypes, type AttributeNode, type TemplateChildNode, type TextNode } from '@vue/compiler-core'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, it } from 'vitest'
import {
  CASE_ACTS, CHAIN_STEPS, CLOSURE_GROUNDS, DECLINE_GROUNDS, DISMISS_GROUNDS, EVIDENCE_KINDS, LEAD_ACTS, LEAD_SOURCES, LEAD_STATES, LINK_ACTS, LINK_STATES,
  NO_PENALTY_GROUNDS, PARTY_KINDS, PENALTY_KINDS, RECEIVER_CAPACITIES, RETURN_GROUNDS, ROLES, SERVICE_METHODS, STAGES, WAITING_FOR,
} from '@/api/contract'
import en from './en'
import zhCN from './zh-CN'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, at = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value, `${at}${key}/`)))
const zh = new Map(flat(zhCN))
const english = new Map(flat(en))
const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...zh.keys()].sort())
  })
  it('name the same values in every sentence', () => {
    for (const [key, text] of zh) expect(places(english.get(key) ?? ''), key).toEqual(places(text))
  })
  it('are written in their own script', () => {
    const otherTongue = new Set(['shell/other_language', 'shell/other_language_label', 'item/search_placeholder', 'form/day_format'])
    for (const [key, text] of english) if (!otherTongue.has(key)) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
    const latin = /PDF|MB|KB|SM3|XLSX|CSV|hh:mm/g
    for (const [key, text] of zh) if (!otherTongue.has(key)) expect(text.replace(/\{\w+\}/g, '').replace(latin, ''), key).not.toMatch(/[A-Za-z]/)
  })
  it('have a word for every code of the contract', () => {
    const scopes: [string, readonly string[]][] = [
      ['roles', ROLES], ['stages', STAGES], ['stage_sentences', STAGES], ['sources', LEAD_SOURCES], ['lead_states', LEAD_STATES], ['lead_sentences', LEAD_STATES],
      ['evidence_kinds', EVIDENCE_KINDS], ['penalty_kinds', PENALTY_KINDS], ['party_kinds', PARTY_KINDS], ['decline_grounds', DECLINE_GROUNDS],
      ['no_penalty_grounds', NO_PENALTY_GROUNDS], ['dismiss_grounds', DISMISS_GROUNDS], ['return_grounds', RETURN_GROUNDS], ['closure_grounds', CLOSURE_GROUNDS],
      ['service_methods', SERVICE_METHODS], ['capacities', RECEIVER_CAPACITIES], ['link_states', LINK_STATES], ['link_sentences', LINK_STATES],
      ['waiting_for', WAITING_FOR], ['chain_steps', CHAIN_STEPS], ['acts', [...CASE_ACTS, ...LEAD_ACTS, ...LINK_ACTS]],
    ]
    for (const [scope, codes] of scopes) for (const code of codes) expect(zh.has(`${scope}/${code}`), `${scope}.${code}`).toBe(true)
  })
})

const files = import.meta.glob<string>('/src/**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })
const ours = Object.entries(files).filter(([path]) => !/\.test\.ts$|\/locales\/|generated|element\.d\.ts/.test(path))

describe('the source', () => {
  it('asks only for keys that exist', () => {
    for (const [path, text] of ours) {
      for (const [, key = ''] of text.matchAll(/\bt\('([\w.-]+)'/g)) expect(zh.has(key.replace(/\./g, '/')), `${path}: ${key}`).toBe(true)
    }
  })

  it('has no literal text in a template', () => {
    const said = ours.filter(([path]) => path.endsWith('.vue')).flatMap(([path, text]) => {
      const ast = parse(text).descriptor.template?.ast
      return ast ? words(ast.children).map((word) => `${path}: ${word}`) : []
    })
    expect(said).toEqual([])
  })

  it('has no Chinese outside the locale files', () => {
    for (const [path, text] of ours) expect(withoutComments(text), path).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

const TEXT_ATTRIBUTES = new Set(['label', 'placeholder', 'title', 'alt', 'aria-label', 'hint', 'yes', 'no', 'known', 'content', 'empty-text'])
const LETTERS = /[A-Za-z\u4e00-\u9fff]/

function words(nodes: readonly TemplateChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === NodeTypes.TEXT && LETTERS.test((node as TextNode).content)) return [(node as TextNode).content.trim()]
    if (node.type !== NodeTypes.ELEMENT) return []
    const attributes = node.props.filter((prop): prop is AttributeNode => prop.type === NodeTypes.ATTRIBUTE && TEXT_ATTRIBUTES.has(prop.name))
    return [...attributes.map((prop) => prop.value?.content ?? '').filter((text) => LETTERS.test(text)), ...words(node.children)]
  })
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(^|\s)\/\/.*$/gm, '')
