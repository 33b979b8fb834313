/** The words of what was wrong with a file, in English; `words.zh.ts` has the same keys. */
const en = {
  issues: {
    more: 'And {n} more of this kind.',
    empty: 'There is no text in it. Paste a text, or choose another file.',
    tooLarge: 'This is too large ({found}). Split it into chapters and import them one by one.',
    notText:
      'This is not a text file{found}. Save it as plain text (UTF-8), CSV or HTML and try again.',
    zipFile:
      'This is a zip file of a kind that cannot be read. Unpack it and choose a file from it, or copy its text and paste it here.',
    compressedFile: 'This file is compressed. Unpack it, then choose what was in it.',
    pdfFile: 'This is a PDF. Open it, copy its text and paste it here.',
    oldOfficeFile:
      'This is a document of an old Office version. Save it as .docx or .xlsx, or copy its text and paste it here.',
    backupFound: 'This is a backup of Duizhao. Restore it in Settings, under Backup.',
    encodingGuessed: 'The encoding was guessed: {found}.',
    badBytes:
      'Some of the file could not be read ({found}, first in line {line}); shown as �. If more looks wrong, choose another encoding.',
    besideTable: 'Line {line} stands beside the table and was left out: {found}',
    badTime: 'Line {line} was left out, because its times cannot be read: {found}',
    timeOffset: 'The second file runs {found} seconds behind the first. That was corrected.',
    tooDeep: 'The file is nested too deeply to be read to its end. Only what came before is here.',
    cutOff:
      'The file ends in the middle. What was there is here; look at its end, or get a new copy.',
    brokenZip:
      'This file is damaged or protected by a password, and cannot be unpacked. Get a new copy of it.',
    zipTooLarge: 'This file unpacks to more than can be read. Split it and import the parts.',
    ankiTooNew:
      'This was exported by a newer Anki than can be read. In Anki choose File, Export, “Notes in Plain Text”, or tick “Support older Anki versions”.',
    ankiDamaged: 'This Anki package is damaged. Export it from Anki again.',
    hiddenSheet: 'Hidden sheets were left out: {found}.',
    linkOnly:
      'Only an address was shared: {found}. Duizhao opens no pages. Select the text there, then share or paste that.',
    oneLanguageOnly:
      'There is no translation here. You can still learn words with the dictionary, and add the translation later.',
    noChinese: 'No Chinese was found. Paste the Chinese text too.',
    noEnglish: 'No English was found. Paste the English translation too.',
    raggedRow: 'Line {line} has another number of columns than the rest: {found}',
    notADeck: 'This JSON file is not a Duizhao deck{found}. Choose a file that Duizhao exported.',
    deckTooNew: 'This deck was made by a newer version of Duizhao. Update the app, then try again.',
    deckFieldMissing:
      'The deck is damaged: {found} is missing or wrong. Ask for a new copy of the file.',
    notABackup: 'This is not a Duizhao backup. Choose a file that Settings saved.',
    backupTooNew:
      'This backup was made by a newer version of Duizhao. Update the app, then restore it.',
    backupTooLarge:
      'This file unpacks to more than any backup holds (line {line}). Nothing was changed; choose another copy.',
    at: 'Line {line}: {found}',
    backupDamaged: 'The backup is damaged or cut off. Nothing was changed; choose another copy.',
    tooManyFiles: 'Choose one file, or two files, one for each language.',
  },
}

export default en
