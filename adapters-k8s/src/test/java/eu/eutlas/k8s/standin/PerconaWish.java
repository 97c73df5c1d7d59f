package eu.eutlas.k8s.standin;

/** What a test asks Percona's operator for; each test changes another bit of it. */
record PerconaWish(
    int members,
    boolean unsafe,
    boolean paused,
    boolean growing,
    String memory,
    String disk,
    String storage,
    String finalizers) {

  PerconaWish() {
    this(
        3,
        false,
        false,
        false,
        "1Gi",
        "1Gi",
        StandInStorage.GROWING,
        "percona.com/delete-psmdb-pods-in-order, percona.com/delete-psmdb-pvc");
  }

  PerconaWish members(int other) {
    return new PerconaWish(other, unsafe, paused, growing, memory, disk, storage, finalizers);
  }

  PerconaWish anySize() {
    return new PerconaWish(members, true, paused, growing, memory, disk, storage, finalizers);
  }

  PerconaWish pause() {
    return new PerconaWish(members, unsafe, true, growing, memory, disk, storage, finalizers);
  }

  PerconaWish mayGrow() {
    return new PerconaWish(members, unsafe, paused, true, memory, disk, storage, finalizers);
  }

  PerconaWish memory(String other) {
    return new PerconaWish(members, unsafe, paused, growing, other, disk, storage, finalizers);
  }

  PerconaWish disk(String other) {
    return new PerconaWish(members, unsafe, paused, growing, memory, other, storage, finalizers);
  }

  PerconaWish storage(String other) {
    return new PerconaWish(members, unsafe, paused, growing, memory, disk, other, finalizers);
  }

  PerconaWish finalizers(String other) {
    return new PerconaWish(members, unsafe, paused, growing, memory, disk, storage, other);
  }

  String yaml(String installation) {
    return """
    apiVersion: psmdb.percona.com/v1
    kind: PerconaServerMongoDB
    metadata:
      name: p1
      labels: {eutlas.eu/installation: %s}
      finalizers: [%s]
    spec:
      crVersion: 1.22.0
      image: percona/percona-server-mongodb:7.0.14-8
      pause: %s
      unsafeFlags: {replsetSize: %s}
      storageScaling: {enableVolumeScaling: %s}
      secrets: {users: p1-users}
      replsets:
      - name: rs0
        size: %d
        resources: {limits: {memory: %s}}
        volumeSpec:
          persistentVolumeClaim: {storageClassName: %s, resources: {requests: {storage: %s}}}
    """
        .formatted(
            installation, finalizers, paused, unsafe, growing, members, memory, storage, disk);
  }
}
