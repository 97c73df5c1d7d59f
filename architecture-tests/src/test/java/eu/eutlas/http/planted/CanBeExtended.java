package eu.eutlas.http.planted;

/** Planted: a class that is not final. */
public class CanBeExtended {}
