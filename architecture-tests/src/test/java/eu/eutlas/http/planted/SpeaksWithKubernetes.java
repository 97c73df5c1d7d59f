package eu.eutlas.http.planted;

import io.kubernetes.client.openapi.ApiClient;

/** Planted: a resource that asks an API server by itself. */
public record SpeaksWithKubernetes(ApiClient client) {}
