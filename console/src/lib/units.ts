/** An amount of money as the product tells it, in the currency's smallest unit. */
interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** "€9", "€9.50": without cents where there are none. */
export function price({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount / 10 ** digits);
}

/** "512 MB", "2 GB". */
export function memory(megabytes: number): string {
  return megabytes < 1024 ? `${megabytes} MB` : `${megabytes / 1024} GB`;
}
