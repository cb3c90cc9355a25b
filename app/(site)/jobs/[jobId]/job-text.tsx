import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { AppLink } from '#app/ui/base/app-link.tsx';

const dashes = [
  'space-y-1 [&>li]:relative [&>li]:ps-5',
  "[&>li]:before:absolute [&>li]:before:start-0.5 [&>li]:before:top-[0.7em] [&>li]:before:content-['']",
  '[&>li]:before:h-0.5 [&>li]:before:w-1.5 [&>li]:before:bg-ink-3',
].join(' ');

/** Headings of the text come below the page's own; links say where they lead and carry no weight for search. */
const parts: Components = {
  h1: ({ children }) => <h3 className="pt-2 text-md">{children}</h3>,
  h2: ({ children }) => <h3 className="pt-2 text-md">{children}</h3>,
  h3: ({ children }) => <h3 className="pt-2 text-md">{children}</h3>,
  h4: ({ children }) => <h4 className="strong">{children}</h4>,
  h5: ({ children }) => <h4 className="strong">{children}</h4>,
  h6: ({ children }) => <h4 className="strong">{children}</h4>,
  a: ({ href, children }) =>
    href === undefined ? (
      <span>{children}</span>
    ) : (
      <AppLink href={href} rel="nofollow noopener noreferrer">
        {children}
      </AppLink>
    ),
  ul: ({ children }) => <ul className={dashes}>{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal space-y-1 ps-6">{children}</ol>,
  li: ({ children }) => <li>{children}</li>,
  blockquote: ({ children }) => (
    <blockquote className="border-s-2 border-rule-2 ps-3 soft">{children}</blockquote>
  ),
  pre: ({ children }) => <pre className="whitespace-pre-wrap">{children}</pre>,
};

/** An employer's words in Markdown: no HTML, no pictures, nothing fetched from elsewhere. */
export function JobText({ text }: { text: string }) {
  return (
    <div className="prose stack-2">
      <Markdown rehypePlugins={[rehypeSanitize]} disallowedElements={['img']} components={parts}>
        {text}
      </Markdown>
    </div>
  );
}
