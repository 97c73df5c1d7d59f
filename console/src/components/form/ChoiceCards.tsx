import classes from "@/components/form/ChoiceCards.module.css";
import type { FieldProps } from "@/components/form/TextField";
import { type ReactNode, useId } from "react";
import { type FieldValues, useController } from "react-hook-form";

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly beside?: ReactNode;
  readonly about: ReactNode;
}

type Props<V extends FieldValues> = FieldProps<V> & {
  readonly choices: readonly Choice[];
};

/** One of a few things that want more than a word: a card each, and a radio button to the keyboard. */
export function ChoiceCards<V extends FieldValues>({ form, name, label, choices }: Props<V>) {
  const { field, fieldState } = useController({ control: form.control, name });
  const id = useId();
  const error = fieldState.error?.message;
  // As the keyboard enters a group of radio buttons: at the chosen one, else at the first.
  const at = Math.max(0, choices.findIndex(({ value }) => value === field.value));
  return (
    <div>
      <fieldset className={classes.group} aria-describedby={error === undefined ? undefined : `${id}-error`}>
        <legend className={classes.legend}>{label}</legend>
        {choices.map(({ value, title, beside, about }, index) => (
          <label key={value} className={classes.card}>
            <span className={classes.head}>
              <input
                type="radio"
                className={classes.radio}
                name={field.name}
                value={value}
                checked={field.value === value}
                onChange={() => {
                  field.onChange(value);
                }}
                onBlur={field.onBlur}
                ref={index === at ? field.ref : undefined}
                aria-labelledby={`${id}-${value}-title`}
                aria-describedby={`${id}-${value}-beside ${id}-${value}-about`}
              />
              <span id={`${id}-${value}-title`} className={classes.title}>
                {title}
              </span>
              <span id={`${id}-${value}-beside`}>{beside}</span>
            </span>
            <span id={`${id}-${value}-about`} className={classes.about}>
              {about}
            </span>
          </label>
        ))}
      </fieldset>
      {error !== undefined && (
        <div id={`${id}-error`} className={classes.error} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
