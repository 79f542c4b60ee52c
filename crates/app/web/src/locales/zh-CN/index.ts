import cases from './case'
import codes from './codes'
import common from './common'
import leads from './lead'
import links from './link'
import refusals from './refusals'

export default { ...common, ...cases, ...leads, ...links, ...codes, ...refusals }
