/** Whether a value fits a JSON Schema, for the keywords `deck.schema.json` uses; any other keyword throws. */
export function fitsSchema(value: unknown, schema: unknown, root: unknown = schema): boolean {
  return Object.entries(record(schema)).every(([keyword, rule]) => {
    const check = KEYWORDS[keyword]
    if (!check) throw new RangeError(`unknown keyword ${keyword}`)
    return check(value, rule, root)
  })
}

type Check = (value: unknown, rule: unknown, root: unknown) => boolean

const record = (value: unknown) => Object(value) as Record<string, unknown>
const list = (value: unknown) => value as readonly unknown[]
const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const always: Check = () => true

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
}

const KEYWORDS: Readonly<Record<string, Check>> = {
  $schema: always,
  $defs: always,
  title: always,
  description: always,
  $ref: (value, rule, root) => {
    const path = String(rule).slice(2).split('/')
    return fitsSchema(
      value,
      path.reduce<unknown>((at, key) => record(at)[key], root),
      root,
    )
  },
  type: (value, rule) => TYPES[String(rule)]!(value),
  const: (value, rule) => value === rule,
  enum: (value, rule) => list(rule).includes(value),
  minimum: (value, rule) => typeof value !== 'number' || value >= Number(rule),
  maximum: (value, rule) => typeof value !== 'number' || value <= Number(rule),
  pattern: (value, rule) => typeof value !== 'string' || new RegExp(String(rule)).test(value),
  minItems: (value, rule) => !Array.isArray(value) || value.length >= Number(rule),
  items: (value, rule, root) =>
    !Array.isArray(value) || value.every((item) => fitsSchema(item, rule, root)),
  required: (value, rule) =>
    !isObject(value) || list(rule).every((key) => String(key) in record(value)),
  properties: (value, rule, root) =>
    !isObject(value) ||
    Object.entries(record(rule)).every(
      ([key, part]) => !(key in record(value)) || fitsSchema(record(value)[key], part, root),
    ),
  anyOf: (value, rule, root) => list(rule).some((part) => fitsSchema(value, part, root)),
}
