package eu.eutlas.domain.organization;

/**
 * What a member is in an organization. What each may do stands in {@link Permission}, and nowhere
 * else.
 */
public enum Role {
  OWNER,
  ADMIN,
  MEMBER,
  READER
}
