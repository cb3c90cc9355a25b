import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link.tsx';

/** One of a few views of the same thing, each with its own address. */
export function SegmentedLinks({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: ReactNode; current: boolean }[];
}) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <AppLink key={item.href} href={item.href} aria-current={item.current ? 'true' : undefined}>
          {item.label}
        </AppLink>
      ))}
    </nav>
  );
}

/**
 * A radio group that looks like one control. Spread a form library's registration into `radio`,
 * or give `value` and `onChange` there.
 */
export function SegmentedRadio({
  legend,
  legendHidden = false,
  name,
  options,
  value,
  defaultValue,
  radio,
}: {
  legend: ReactNode;
  legendHidden?: boolean;
  name: string;
  options: readonly { value: string; label: ReactNode }[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  radio?: Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'checked' | 'name'> | undefined;
}) {
  return (
    <fieldset>
      <legend className={legendHidden ? 'vh' : 'lab'}>{legend}</legend>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              {...radio}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
