'use client';

import '#app/styles/globals.css';

/**
 * The frame itself failed: no shell, no catalogue to read words from, so this page alone carries its own.
 * Plain link instead of a router, which may be what failed.
 */
export default function FrameFault({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en-GB">
      <head>
        <title>We failed, not you · Assay</title>
      </head>
      <body>
        <main className="wrap form">
          <section className="fault">
            <p className="cd num">500</p>
            <div className="stack-2">
              <h1>We failed, not you</h1>
              <p>
                What you had saved is kept; nothing was half-saved.
                {error.digest !== undefined && (
                  <>
                    {' '}
                    The fault is recorded as <span className="mono">{error.digest}</span>.
                  </>
                )}
              </p>
              <div className="row">
                <button type="button" className="btn go" onClick={retry}>
                  Try again
                </button>
                <a className="btn" href="/">
                  Go to the start page
                </a>
              </div>
            </div>
          </section>
        </main>
      </body>
    </html>
  );
}
