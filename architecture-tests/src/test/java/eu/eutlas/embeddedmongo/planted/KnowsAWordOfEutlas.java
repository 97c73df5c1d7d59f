package eu.eutlas.embeddedmongo.planted;

import eu.eutlas.domain.Secret;

/** Planted: a class of the library that knows the product. */
public record KnowsAWordOfEutlas(Secret password) {}
