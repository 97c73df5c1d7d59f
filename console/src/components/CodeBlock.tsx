import classes from "@/components/CodeBlock.module.css";
import { CopyIcon } from "@/components/CopyText";

interface Props {
  /** What it is, for those who do not see it: "the Python code". */
  readonly what: string;
  readonly children: string;
}

/** Code to take elsewhere. It scrolls, and can be scrolled by keys. */
export function CodeBlock({ what, children }: Props) {
  return (
    <div className={classes.block}>
      <pre className={classes.code} tabIndex={0} role="region" aria-label={what}>
        <code>{children}</code>
      </pre>
      <div className={classes.copy}>
        <CopyIcon what={what} value={children} />
      </div>
    </div>
  );
}
