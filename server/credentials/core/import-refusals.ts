/** Refusals of an import that are not findings about a credential: nothing could be read at all. */
export const importRefusals: Readonly<Record<string, { sentence: string; hint: string }>> = {
  'link-unreachable': {
    sentence: 'That address did not answer with a badge.',
    hint: 'Open it in a browser, download the badge, and upload the file.',
  },
  'import.too_many': {
    sentence: 'Too many items are being checked already.',
    hint: 'Wait until some are done, and add this one again.',
  },
  fault: {
    sentence: 'Something broke on our side while reading this; the file is kept.',
    hint: 'Try it again; if it stays, tell us the time it happened.',
  },
};
