// Text as files made of XML can hold it.

/** Signs that XML has no place for are shown as what they are: something unreadable. Lines end in `\n`. */
export function legalText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
}
