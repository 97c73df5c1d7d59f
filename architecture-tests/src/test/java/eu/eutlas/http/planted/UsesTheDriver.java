package eu.eutlas.http.planted;

import com.mongodb.client.MongoClient;

/** Planted: a resource that goes to the database by itself. */
public record UsesTheDriver(MongoClient client) {}
