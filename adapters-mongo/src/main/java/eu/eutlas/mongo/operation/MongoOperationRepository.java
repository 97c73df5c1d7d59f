package eu.eutlas.mongo.operation;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The operations that have ended, in the collection {@code operations}. */
public final class MongoOperationRepository implements OperationRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of("operations", Index.on(OperationDocument.CLUSTER_ID, "_id"));

  private static final Bson NEWEST_FIRST = Sorts.descending("_id");

  private final Documents<Operation> operations;

  public MongoOperationRepository(Store store) {
    this.operations =
        store.documents(COLLECTION, OperationDocument::toBson, OperationDocument::fromBson);
  }

  @Override
  public void add(Operation operation) {
    try {
      operations.insert(operation);
    } catch (PortFailure.Duplicate added) {
      // It was copied before: an ended operation never changes again.
      return;
    }
  }

  @Override
  public Optional<Operation> find(Scope scope, OperationId id) {
    return operations.find(Where.id(id.value()).within(scope, OperationDocument.ORG_ID));
  }

  @Override
  public Page<Operation> list(Scope scope, ClusterId cluster, PageRequest request) {
    var ofCluster =
        Where.anything()
            .is(OperationDocument.CLUSTER_ID, value(cluster.value()))
            .within(scope, OperationDocument.ORG_ID);
    var where =
        request.after().map(cursor -> ofCluster.below("_id", value(cursor.id()))).orElse(ofCluster);
    return operations.page(
        where, NEWEST_FIRST, request, operation -> new Cursor("", operation.id().value()));
  }
}
