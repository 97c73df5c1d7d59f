package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.backup.Selection.Pick;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTest {
  private static final Namespace ORDERS = Namespace.parse("shop.orders");
  private static final Namespace OLD_ORDERS = Namespace.parse("shop.orders.old");
  private static final Namespace USERS = Namespace.parse("people.users");

  @Test
  void everythingKeepsItsName() {
    assertThat(Selection.EVERYTHING.isWhole()).isTrue();
    assertThat(Selection.EVERYTHING.target(OLD_ORDERS)).contains(OLD_ORDERS);
  }

  @Test
  void aDatabaseIsPickedWithAllOfIt() {
    var selection = picking(new Pick("shop", Optional.empty()));

    assertThat(selection.isWhole()).isFalse();
    assertThat(selection.target(ORDERS)).contains(ORDERS);
    assertThat(selection.target(OLD_ORDERS)).contains(OLD_ORDERS);
    assertThat(selection.target(USERS)).isEmpty();
  }

  @Test
  void aCollectionIsPickedAlone() {
    var selection = picking(new Pick("shop.orders", Optional.empty()));

    assertThat(selection.target(ORDERS)).contains(ORDERS);
    assertThat(selection.target(OLD_ORDERS)).isEmpty();
  }

  @Test
  void aNameThatBeginsAlikeIsAnother() {
    assertThat(picking(new Pick("sho", Optional.empty())).target(ORDERS)).isEmpty();
    assertThat(picking(new Pick("shop.order", Optional.empty())).target(ORDERS)).isEmpty();
  }

  @Test
  void aDatabaseIsRenamed() {
    var selection = picking(new Pick("shop", Optional.of("shop2")));

    assertThat(selection.target(OLD_ORDERS)).contains(Namespace.parse("shop2.orders.old"));
  }

  @Test
  void aCollectionIsRenamed() {
    var selection = picking(new Pick("shop.orders.old", Optional.of("archive.orders.2025")));

    assertThat(selection.target(OLD_ORDERS)).contains(new Namespace("archive", "orders.2025"));
    assertThat(selection.target(ORDERS)).isEmpty();
  }

  @Test
  void theFirstPickThatFitsCounts() {
    var selection =
        picking(
            new Pick("shop.orders", Optional.of("one.orders")),
            new Pick("shop", Optional.of("two")));

    assertThat(selection.target(ORDERS)).contains(Namespace.parse("one.orders"));
    assertThat(selection.target(OLD_ORDERS)).contains(Namespace.parse("two.orders.old"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".orders", "shop."})
  void aPickHasAName(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Pick(text, Optional.empty()));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Pick("shop", Optional.of(text)));
  }

  @ParameterizedTest
  @CsvSource({"shop, shop.orders", "shop.orders, shop"})
  void aDatabaseBecomesADatabaseAndACollectionACollection(String from, String to) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Pick(from, Optional.of(to)));
  }

  @Test
  void thereAreNotTooManyPicks() {
    assertThat(Selection.of(picks(Selection.MOST)).picks()).hasSize(Selection.MOST);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Selection.of(picks(Selection.MOST + 1)));
  }

  @Test
  void nothingIsPickedTwiceAndNoTwoGetOneName() {
    var shop = new Pick("shop", Optional.empty());

    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> picking(shop, new Pick("shop", Optional.of("other"))));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> picking(shop, new Pick("people", Optional.of("shop"))));
  }

  @Test
  void usersAndRolesAreRestoredWithTheWholeOnly() {
    assertThat(Selection.EVERYTHING.accounts()).isTrue();
    assertThat(Selection.DATA.isWhole()).isTrue();
    assertThat(Selection.DATA.accounts()).isFalse();
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Selection(picks(1), true));
  }

  private static List<Pick> picks(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new Pick("shop" + number, Optional.empty()))
        .toList();
  }

  private static Selection picking(Pick... picks) {
    return Selection.of(List.of(picks));
  }
}
