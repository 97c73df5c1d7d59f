package eu.eutlas.http;

import java.lang.reflect.Method;

/** A route of the API, by its path below {@code /api/v1}, with the method that answers. */
record Route(String httpMethod, String path, Method method) {
  String name() {
    return httpMethod + " " + path;
  }
}
