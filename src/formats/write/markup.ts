/** What XML 1.0 has no way to say: control characters and halves of a pair. */
const UNSAID =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** A text as it may stand in XML, between tags or quotes. */
export const xmlText = (text: string): string =>
  text.replace(UNSAID, '').replace(/[&<>"\r]/g, (found) => ENTITIES[found]!)

/** A text as it may stand in HTML: its line breaks are breaks. */
export const htmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => ENTITIES[found]!).replace(/\r\n|\n|\r/g, '<br>')
