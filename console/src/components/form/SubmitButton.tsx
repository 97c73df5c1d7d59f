import { Button, type ButtonProps } from "@mantine/core";
import { useFormContext } from "react-hook-form";

interface Props extends ButtonProps {
  readonly children: string;
  /** What it says while it is being done: "Creating …". */
  readonly busy: string;
}

/** Never disabled for being unfinished: pressed, it shows what is missing. */
export function SubmitButton({ children, busy, ...button }: Props) {
  const { formState } = useFormContext();
  return (
    <Button
      type="submit"
      {...button}
      aria-disabled={formState.isSubmitting}
      data-disabled={formState.isSubmitting}
      onClick={(event) => {
        if (formState.isSubmitting) {
          event.preventDefault();
        }
      }}
    >
      {formState.isSubmitting ? busy : children}
    </Button>
  );
}
