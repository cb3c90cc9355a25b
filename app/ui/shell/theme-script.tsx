/** Runs before first paint, so that a chosen theme never flashes through the other one. */
const setTheme = `try{const t=localStorage.getItem('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** Inline script with the request's nonce; browsers hide the nonce from the page, hence no hydration check. */
export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {setTheme}
    </script>
  );
}
