/**
 * Whether a text could be an e-mail address: as the browser sees it (HTML, input type=email), and with a dot in its
 * domain, without which the server takes none. Only in a browser.
 */
export function isAddress(text: string): boolean {
  const field = document.createElement('input');
  field.type = 'email';
  field.value = text;
  return field.validity.valid && /@.+\../.test(text);
}
