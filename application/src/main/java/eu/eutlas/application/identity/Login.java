package eu.eutlas.application.identity;

import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.User;

/** An open session with its user. */
record Login(Session session, User user) {}
