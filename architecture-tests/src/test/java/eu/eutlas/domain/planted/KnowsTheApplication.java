package eu.eutlas.domain.planted;

import eu.eutlas.application.Scope;

/** Planted: a domain class that sees the application. */
public record KnowsTheApplication(Scope scope) {}
