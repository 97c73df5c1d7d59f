package eu.eutlas.storage;

/** What is asked of a store, and which right that takes. */
enum S3Call {
  PUT("writing", "s3:PutObject"),
  GET("reading", "s3:GetObject"),
  // Without the second right, what is not there is answered as forbidden.
  STAT("looking at", "s3:GetObject and s3:ListBucket"),
  LIST("listing", "s3:ListBucket"),
  DELETE("deleting", "s3:DeleteObject"),
  UPLOADS("listing unfinished uploads of", "s3:ListBucketMultipartUploads"),
  ABORT("ending an unfinished upload of", "s3:AbortMultipartUpload");

  private final String doing;
  private final String right;

  S3Call(String doing, String right) {
    this.doing = doing;
    this.right = right;
  }

  String doing() {
    return doing;
  }

  String right() {
    return right;
  }
}
