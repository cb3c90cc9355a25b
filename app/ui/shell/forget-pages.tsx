'use client';

import { useEffect } from 'react';
import { forgetPages } from './kept-pages.ts';

/** Where somebody signs in, what this device kept of whoever was here before goes. */
export function ForgetPages() {
  useEffect(() => void forgetPages(), []);
  return null;
}
