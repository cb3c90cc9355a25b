'use client';

/** The same words as everywhere, inside the frame of the site. */
export { default } from '#app/error.tsx';
