/** The text as the database can hold it: PostgreSQL knows neither NUL nor half a surrogate pair. */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString();
}

/** A JSON value with every text in it storable; for what was read from documents of strangers. */
export function storable<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, entry) =>
    typeof entry === 'string' ? storableText(entry) : entry,
  );
}
