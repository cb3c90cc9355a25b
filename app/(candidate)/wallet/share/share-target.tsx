import { type ReactNode, useId } from 'react';
import { CopyButton } from '#app/ui/base/copy-button.tsx';
import styles from './share.module.css';

/** One place to share to: what it looks like there, what is copied, the button. */
export function ShareTarget({
  title,
  help,
  text,
  html,
  action,
  children,
}: {
  title: string;
  help: ReactNode;
  text?: string;
  html?: string;
  /** Instead of "Copy", or beside it. */
  action?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.target} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h3 id={id}>{title}</h3>
          <p className="t13 soft">{help}</p>
        </div>
        <span className="row tight">
          {action}
          {text !== undefined && (
            <CopyButton text={text} what={title} {...(html === undefined ? {} : { html })} />
          )}
        </span>
      </div>
      {children}
      {text !== undefined && html === undefined && (
        <p className={styles.code} dir="ltr">
          {text}
        </p>
      )}
    </section>
  );
}
