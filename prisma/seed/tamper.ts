/** Changes one letter of what is signed and leaves the signature as it was, in JSON or inside a token. */
export function tamper(text: string): string {
  const [header = '', payload, signature] = text.split('.');
  if (text.trimStart().startsWith('{') || payload === undefined || signature === undefined)
    return change(text);
  const body = Buffer.from(payload, 'base64url').toString('utf8');
  return [header, Buffer.from(change(body)).toString('base64url'), signature].join('.');
}

function change(json: string): string {
  const changed = json.replace(/("description": ?")(.)/, '$1Easily: $2');
  if (changed === json) throw new Error('There is nothing to tamper with.');
  return changed;
}
