import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId } from 'react';

type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** Same words as in the error summary. */
  error?: string | undefined;
  /** Required is the default; optional is marked. */
  optional?: boolean | undefined;
};

type Wiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

/** Label above, hint under it, then error, then the field itself, drawn by `children` with the given wiring. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldWords & { id?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations('ui.form');
  const own = useId();
  const fieldId = id ?? own;
  const hintId = `${fieldId}-hint`;
  const errorId = `${fieldId}-error`;
  const described = [hint !== undefined && hintId, error !== undefined && errorId].filter(Boolean).join(' ');
  return (
    <div className={error === undefined ? 'field' : 'field bad'}>
      <label htmlFor={fieldId}>
        {label}
        {optional && <span className="opt"> {t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="err" id={errorId}>
          <TriangleAlert className="ic" aria-hidden />
          {error}
        </p>
      )}
      {children({
        id: fieldId,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': described || undefined,
      })}
    </div>
  );
}

/** A line of text. `width` in CSS units tells the length of the answer. */
export function TextField({
  id,
  label,
  hint,
  error,
  optional,
  width,
  className,
  ...rest
}: FieldWords & { width?: string | undefined } & ComponentProps<'input'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <input
          className={className === undefined ? 'in' : `in ${className}`}
          style={width === undefined ? undefined : { maxInlineSize: width }}
          {...rest}
          {...wiring}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  id,
  label,
  hint,
  error,
  optional,
  className,
  ...rest
}: FieldWords & ComponentProps<'textarea'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <textarea className={className === undefined ? 'in' : `in ${className}`} {...rest} {...wiring} />
      )}
    </Field>
  );
}

/** One of a list; `children` are the options. */
export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  width,
  className,
  children,
  ...rest
}: FieldWords & { width?: string | undefined } & ComponentProps<'select'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <select
          className={className === undefined ? 'in' : `in ${className}`}
          style={width === undefined ? undefined : { maxInlineSize: width }}
          {...rest}
          {...wiring}
        >
          {children}
        </select>
      )}
    </Field>
  );
}

/** A tick box with its label beside it; `children` are more lines under the label. */
export function CheckField({
  label,
  children,
  ...rest
}: { label: ReactNode; children?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {children}
      </span>
    </label>
  );
}
