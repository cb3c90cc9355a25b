/** Whether a text could be an e-mail address, as the browser sees it (HTML, input type=email). Only in a browser. */
export function isAddress(text: string): boolean {
  const field = document.createElement('input');
  field.type = 'email';
  field.value = text;
  return text !== '' && field.validity.valid;
}
