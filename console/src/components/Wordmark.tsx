import classes from "@/components/Wordmark.module.css";

/** The product's name with its mark. */
export function Wordmark() {
  return (
    <span className={classes.wordmark}>
      <img src="/favicon.svg" alt="" width={26} height={26} />
      EUTLAS
    </span>
  );
}
