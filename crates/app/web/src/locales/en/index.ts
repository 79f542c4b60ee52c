import cases from './case'
import catalogue from './catalogue'
import codes from './codes'
import common from './common'
import editions from './edition'
import leads from './lead'
import links from './link'
import refusals from './refusals'
import search from './search'

export default { ...common, ...cases, ...leads, ...links, ...codes, ...refusals, ...catalogue, ...editions, ...search }
