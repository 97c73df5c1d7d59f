import * as z from "zod/mini";

const KEY = /^[a-z0-9][a-z0-9._-]{0,62}$/;
// Control characters, and what reorders or hides the text around it.
const NOT_PLAIN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;
const MAX_LABELS = 20;
const MAX_VALUE = 100;

export type LabelMap = Readonly<Record<string, string>>;

/** The product's rules for labels, as rows of a form. */
export const labelsSchema = z.object({
  pairs: z
    .array(
      z.object({
        key: z.string().check(z.regex(KEY, "1 to 63 of a–z, 0–9, dot, underscore and hyphen; the first a letter or digit.")),
        value: z.string().check(
          z.refine((text) => Array.from(text).length <= MAX_VALUE, "At most 100 characters."),
          z.refine((text) => !NOT_PLAIN.test(text), "No control characters."),
        ),
      }),
    )
    .check(
      z.maxLength(MAX_LABELS, "At most 20 labels."),
      z.superRefine((pairs, context) => {
        pairs.forEach(({ key }, index) => {
          if (key !== "" && pairs.findIndex((other) => other.key === key) !== index) {
            context.addIssue({ code: "custom", message: "There is another label with this key.", path: [index, "key"] });
          }
        });
      }),
    ),
});

export type LabelRows = z.infer<typeof labelsSchema>;

export function rowsOf(labels: LabelMap): LabelRows {
  return { pairs: Object.entries(labels).map(([key, value]) => ({ key, value })) };
}

export function mapOf({ pairs }: LabelRows): LabelMap {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

/** The merge patch (RFC 7396) that turns some labels into others: null takes a key away. */
export function patchBetween(from: LabelMap, to: LabelMap): Record<string, string | null> {
  const changed = Object.entries(to).filter(([key, value]) => from[key] !== value);
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return Object.fromEntries([...changed, ...gone.map((key): [string, null] => [key, null])]);
}

export function sameLabels(some: LabelMap, others: LabelMap): boolean {
  return Object.keys(patchBetween(some, others)).length === 0;
}
