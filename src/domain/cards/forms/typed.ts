import { missingIn } from './missing.ts'
import type { Form } from './form.ts'

/** To type what is missing: once the gap has been filled for certain, and where it cannot be laid. */
export const typed: Form = {
  form: 'typed',
  of: 'cloze',
  stages: ['young', 'grown'],
  says: {
    zh: { asks: '输入空缺的词', name: '键入填空' },
    en: { asks: 'Type the missing word', name: 'Fill the gap by typing' },
  },
  ask: (plain) => {
    const missing = missingIn(plain)
    return plain.task === 'gap' && missing !== null ? { ...plain, task: 'typed', missing } : null
  },
}
