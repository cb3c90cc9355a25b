const cookie = 'keys';

/** Whether keys without Ctrl, Alt or Meta do something (WCAG 2.1.4): a choice of this browser, on unless switched off. */
export function singleKeysOn(): boolean {
  return !document.cookie.split('; ').includes(`${cookie}=off`);
}

/** Switches single keys on or off for this browser. */
export function setSingleKeys(on: boolean): void {
  const year = 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: a preference of this browser, nothing else
  document.cookie = `${cookie}=${on ? 'on' : 'off'}; path=/; max-age=${year}; samesite=lax`;
}
