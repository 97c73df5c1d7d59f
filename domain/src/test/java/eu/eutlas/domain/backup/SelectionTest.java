package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.backup.Selection.Pick;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    assertThat(Selection.EVERYTHING.isEverything()).isTrue();
    assertThat(Selection.EVERYTHING.target(OLD_ORDERS)).contains(OLD_ORDERS);
  }

  @Test
  void aDatabaseIsPickedWithAllOfIt() {
    var selection = picking(new Pick("shop", Optional.empty()));

    assertThat(selection.isEverything()).isFalse();
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
    var pick = new Pick("shop", Optional.empty());

    assertThat(new Selection(Collections.nCopies(Selection.MOST, pick)).picks())
        .hasSize(Selection.MOST);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Selection(Collections.nCopies(Selection.MOST + 1, pick)));
  }

  private static Selection picking(Pick... picks) {
    return new Selection(List.of(picks));
  }
}
