import type { Region } from "@/api/types";

interface HealthLook {
  readonly word: string;
  readonly color: "green" | "red" | "gray";
  readonly means?: string;
}

const LOOKS: Record<Region["health"], HealthLook> = {
  UP: { word: "Healthy", color: "green" },
  DOWN: { word: "Not reachable", color: "red", means: "A cluster ordered now is created once the region is back." },
  UNKNOWN: { word: "Not seen yet", color: "gray", means: "Whether it can be reached is not known yet." },
};

/** How a region is doing; one that this console has no word for is shown by its own. */
export function healthLook(health: string): HealthLook {
  return Object.hasOwn(LOOKS, health) ? LOOKS[health as Region["health"]] : { word: `Unknown (${health})`, color: "gray" };
}
