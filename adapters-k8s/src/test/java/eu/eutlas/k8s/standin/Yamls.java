package eu.eutlas.k8s.standin;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as JSON. */
final class Yamls {
  private static final int LARGEST = 16 << 20;

  private Yamls() {}

  static String json(String yaml) {
    Object loaded = parser().load(yaml);
    return new Gson().toJson(loaded);
  }

  /** Each document of the text. */
  static List<Document> all(String yaml) {
    var documents = new ArrayList<Document>();
    for (var each : parser().loadAll(yaml)) {
      documents.add(Document.parse(new Gson().toJson(each)));
    }
    return documents;
  }

  private static Yaml parser() {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    return new Yaml(new SafeConstructor(options));
  }
}
