package eu.eutlas.application;

/**
 * Where a page ended: the last item's sort key and its id, which breaks ties.
 *
 * @param key empty where a list is sorted by id alone
 */
public record Cursor(String key, String id) {}
