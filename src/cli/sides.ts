import { languageOf } from '../domain/text/language.ts'
import { Complaint } from './inputFile.ts'

/**
 * Sees to it that two texts are the two sides, the Chinese first.
 *
 * @throws Complaint when they are swapped, or one and the same
 */
export function checkSides(zhFile: string, enFile: string, zhText: string, enText: string): void {
  if (zhText.trim() !== '' && zhText === enText)
    throw new Complaint(`${zhFile} and ${enFile} hold the same text.`)
  if (languageOf(zhText) === 'en' && languageOf(enText) === 'zh')
    throw new Complaint(
      `${zhFile} is in English and ${enFile} in Chinese; give the Chinese file first.`,
    )
}
