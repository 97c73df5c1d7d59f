interface Money {
  /** In the currency's smallest unit: 900 is € 9. */
  readonly amount: number;
  readonly currency: string;
}

/** "€29", "€29.50", "¥2,900". */
export function moneyText({ amount, currency }: Money): string {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
    return format.format(amount / 10 ** digits);
  } catch {
    // A currency that this browser has no rules for: nothing is guessed.
    return `${amount} ${currency} (smallest unit)`;
  }
}

/** "512 MB", "2 GB", "1.5 GB". */
export function memoryText(megabytes: number): string {
  return megabytes < 1024 ? `${megabytes} MB` : `${Number((megabytes / 1024).toFixed(1))} GB`;
}

/** "1 server", "3 servers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** A day of the calendar ("2029-10-31") in words: "Oct 31, 2029". */
export function dayText(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}
