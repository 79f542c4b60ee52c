// The twin of crates/search/src/text.rs: the same text gives the same characters.

const LETTER = /[\p{Alphabetic}\p{N}]/u
const NOT_LETTERS = /[^\p{Alphabetic}\p{N}]+/gu
/** 0-9 and the Chinese numerals up to a thousand, one after another. */
const NUMERALS = new Set('0123456789\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343')
/** What follows the number of an article. */
const ARTICLE = '\u6761'

/** Half-width, lower case, and only letters, digits and characters. */
export const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOT_LETTERS, '')

/** Pairs of neighbouring characters, in order, repeated ones too. */
export function pairs(normalText: string): string[] {
  const characters = [...normalText]
  const found: string[] = []
  for (let at = 1; at < characters.length; at += 1) found.push(`${characters[at - 1]}${characters[at]}`)
  return found
}

/** The pairs of a word, or the one character it is. */
export function wordTokens(word: string): string[] {
  const found = pairs(word)
  return found.length ? found : [...word]
}

/** Articles named in a text, without the words around the number. */
export function articles(text: string): string[] {
  const found: string[] = []
  let number = ''
  for (const character of text.normalize('NFKC')) {
    if (NUMERALS.has(character)) { number += character; continue }
    if (character === ARTICLE && number) found.push(number)
    number = ''
  }
  return found
}

/** Runs of Latin letters and digits that may be a code. */
export function codeTokens(text: string, shortest: number): string[] {
  const runs: string[] = ['']
  for (const character of text) {
    if (LETTER.test(character) || character === '-' || character === '_') runs[runs.length - 1] += character
    else runs.push('')
  }
  return runs.map(normal).filter((run) => run.length >= shortest && /^[\x00-\x7f]*$/.test(run))
}

/** Everyday words as they are written: ways, each of parts, each of words. */
export const ways = (written: string): string[][][] =>
  (written ? written.split('|').map((way) => way.split('+').map((part) => part.split('/'))) : [])
