import classes from "@/features/cluster/details/LabelBadges.module.css";

/** Labels, each as key and value. */
export function LabelBadges({ labels }: { readonly labels: Readonly<Record<string, string>> }) {
  return (
    <ul className={classes.labels} aria-label="Labels">
      {Object.entries(labels).map(([key, value]) => (
        <li key={key} className={classes.label}>
          <span className={classes.key}>{key}</span>
          {value !== "" && <span>{value}</span>}
        </li>
      ))}
    </ul>
  );
}
