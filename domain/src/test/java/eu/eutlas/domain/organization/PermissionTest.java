package eu.eutlas.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PermissionTest {

  private static final String TABLE =
      """
      READ_ORGANIZATION , yes , yes , yes , yes
      READ_EVENTS       , yes , yes , yes , yes
      CREATE_PROJECT    , yes , yes , no  , no
      READ_PROJECT      , yes , yes , yes , yes
      DELETE_PROJECT    , yes , yes , no  , no
      CREATE_CLUSTER    , yes , yes , yes , no
      READ_CLUSTER      , yes , yes , yes , yes
      CHANGE_CLUSTER    , yes , yes , yes , no
      DELETE_CLUSTER    , yes , yes , yes , no
      READ_CREDENTIALS  , yes , yes , yes , no
      ROTATE_CREDENTIALS , yes , yes , yes , no
      CHANGE_DATABASE_USERS , yes, yes , yes , no
      CHANGE_ACCESS_LIST , yes , yes , yes , no
      TEST_CONNECTION   , yes , yes , yes , no
      READ_BACKUPS      , yes , yes , yes , yes
      TAKE_BACKUP       , yes , yes , yes , no
      CHANGE_BACKUP_POLICY , yes , yes , yes , no
      RESTORE_BACKUP    , yes , yes , yes , no
      PROVE_BACKUP      , yes , yes , yes , no
      DOWNLOAD_BACKUP   , yes , yes , yes , no
      DELETE_BACKUP     , yes , yes , no  , no
      HOLD_BACKUP       , yes , yes , no  , no
      """;

  @ParameterizedTest(name = "{0}: owner {1}, admin {2}, member {3}, reader {4}")
  @CsvSource(textBlock = TABLE)
  void isGrantedAsTheTableSays(
      Permission permission, String owner, String admin, String member, String reader) {
    assertThat(answer(permission, Role.OWNER)).isEqualTo(owner);
    assertThat(answer(permission, Role.ADMIN)).isEqualTo(admin);
    assertThat(answer(permission, Role.MEMBER)).isEqualTo(member);
    assertThat(answer(permission, Role.READER)).isEqualTo(reader);
  }

  @Test
  void theTableHasARowForEveryPermission() {
    var rows =
        TABLE
            .lines()
            .map(row -> row.substring(0, row.indexOf(" ")).strip())
            .collect(Collectors.toSet());

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Permission.values()).map(Enum::name).toList());
  }

  @Test
  void whoeverRanksHigherMayDoEverythingThatWhoRanksLowerMay() {
    var ranks = Role.values();

    for (var permission : Permission.values()) {
      for (var i = 1; i < ranks.length; i++) {
        assertThat(!permission.isGrantedTo(ranks[i]) || permission.isGrantedTo(ranks[i - 1]))
            .as("%s of %s and %s", permission, ranks[i - 1], ranks[i])
            .isTrue();
      }
    }
  }

  private static String answer(Permission permission, Role role) {
    return permission.isGrantedTo(role) ? "yes" : "no";
  }
}
