package eu.eutlas.application.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** Planted: an application class that knows how something is written down. */
public record UsesALibrary(JsonNode body) {}
