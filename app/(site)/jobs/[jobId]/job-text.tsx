import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { AppLink } from '#app/ui/base/app-link.tsx';

/** Headings of the text come below the page's own; links say where they lead and carry no weight for search. */
const parts: Components = {
  h1: ({ children }) => <h3 className="pt-2">{children}</h3>,
  h2: ({ children }) => <h3 className="pt-2">{children}</h3>,
  h3: ({ children }) => <h3 className="pt-2">{children}</h3>,
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
  ul: ({ children }) => <ul className="list-[dash] stack-1">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal ps-5 stack-1">{children}</ol>,
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
