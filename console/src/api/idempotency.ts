import { useState } from "react";

/**
 * The Idempotency-Key of one form: the same for as long as the same is sent, so that a second try
 * after a lost answer creates nothing twice. What is different, or comes after a success, is new.
 */
export class SubmissionKey {
  #key: string | undefined;
  #sent: string | undefined;

  for(request: unknown): string {
    const sent = JSON.stringify(request);
    if (this.#key === undefined || this.#sent !== sent) {
      this.#key = crypto.randomUUID();
      this.#sent = sent;
    }
    return this.#key;
  }

  done(): void {
    this.#key = undefined;
  }
}

export function useSubmissionKey(): SubmissionKey {
  return useState(() => new SubmissionKey())[0];
}
