package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

final class CollectionHashTest {

  @Property(tries = 300)
  void isTheSumModulo256BitsInWhateverOrder(
      @ForAll @Size(max = 40) List<byte[]> documents, @ForAll long seed) {
    var shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));
    var sum = BigInteger.ZERO;
    for (var document : documents) {
      sum = sum.add(new BigInteger(1, Digests.sha256().digest(document)));
    }
    var expected = sum.mod(BigInteger.TWO.pow(256));

    assertThat(hash(shuffled).value().hex())
        .isEqualTo("%064x".formatted(expected))
        .isEqualTo(hash(documents).value().hex());
    assertThat(hash(documents).documents()).isEqualTo(documents.size());
  }

  private static CollectionHash hash(List<byte[]> documents) {
    var hash = new CollectionHash();
    documents.forEach(document -> hash.add(document, 0, document.length));
    return hash;
  }
}
