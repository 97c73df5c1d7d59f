import { isObject } from "@/lib/json";

/** Whether a value is what it should be. */
export type Check = (value: unknown) => boolean;

/** A check of each part of a thing: one that is forgotten is a compile error. */
export type Shape<T> = { readonly [Part in keyof T]-?: Check };

export const text: Check = (value) => typeof value === "string";
export const number: Check = (value) => typeof value === "number";
export const flag: Check = (value) => typeof value === "boolean";

/** A point in time that a browser can read. */
export const time: Check = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));

/** A day of the calendar: "2029-10-31". */
export const day: Check = (value) => time(value) && /^\d{4}-\d{2}-\d{2}$/.test(String(value));

export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function mapOf(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

/** A thing with these parts, and whatever else: a newer product may tell more. */
export function thing<T>(shape: Shape<T>): (value: unknown) => value is T {
  return (value): value is T => isObject(value) && Object.entries<Check>(shape).every(([part, check]) => check(value[part]));
}
