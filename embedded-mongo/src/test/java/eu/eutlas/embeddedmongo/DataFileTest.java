package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

  private static final int COMMITS = 1_000;

  @TempDir Path folder;

  private void write(DataFile file, int each) {
    MVMap<Object, Document> documents = file.documents("things");
    for (int i = 0; i < COMMITS; i++) {
      documents.put(i % 100, new Document("text", "x".repeat(each) + i));
      file.commit();
      if (i % 100 == 0) {
        file.force();
      }
    }
  }

  @Test
  void getsSmallAgainAfterManyCommits() {
    try (var file = DataFile.open(folder, 1)) {
      write(file, 500);
      long before = file.size();

      for (int slice = 0; slice < 10 && file.shrink(); slice++) {
        file.force();
      }

      assertThat(file.size()).isLessThan(before / 4).isLessThan(500 * 100 * 4);
    }
    try (var file = DataFile.open(folder, 1)) {
      assertThat(file.documents("things").get(99))
          .isEqualTo(new Document("text", "x".repeat(500) + (COMMITS - 1)));
    }
  }

  @Test
  void usesAgainWhatWasForcedOut() {
    try (var file = DataFile.open(folder, 1)) {
      write(file, 500);
      long once = file.size();

      for (int i = 0; i < 4; i++) {
        write(file, 500);
      }

      assertThat(file.size()).isLessThan(2 * once);
    }
  }
}
