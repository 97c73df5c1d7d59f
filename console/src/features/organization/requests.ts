import { api, body } from "@/api/client";
import { isOrganization } from "@/api/shapes";
import type { CreateOrganizationRequest } from "@/api/types";

export function createOrganization(request: CreateOrganizationRequest, key: string) {
  return body(api.POST("/orgs", { params: { header: { "Idempotency-Key": key } }, body: request }), isOrganization);
}
