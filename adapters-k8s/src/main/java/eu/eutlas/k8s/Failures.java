package eu.eutlas.k8s;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what goes wrong with an API server becomes the application's failures. Its
 * messages are read here, to tell one case from another, and go no further: they may hold whole
 * objects, secrets included.
 */
final class Failures {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int GONE = 410;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  /** An answer that is no success. */
  static PortFailure answered(ApiCall call, ApiAnswer answer) {
    return switch (answer.code()) {
      case UNAUTHORIZED ->
          unavailable(
              "KUBERNETES_LOGIN",
              "The API server does not accept EUTLAS's login any more. It may have expired; renew it.");
      case FORBIDDEN -> forbidden(call, answer);
      case NOT_FOUND -> notFound(call, answer);
      case CONFLICT -> conflict(call);
      case UNPROCESSABLE ->
          rejected(
              "KUBERNETES_REFUSED",
              "The API server finds what EUTLAS sent not valid, when it was to "
                  + call.words()
                  + "."
                  + " See whether the operator's definitions have the version that is configured.");
      case TOO_MANY ->
          unavailable("KUBERNETES_BUSY", "The API server has too much to do" + pause(answer) + ".");
      case GATEWAY_TIMEOUT -> unclear(call, null);
      default ->
          answer.code() >= SERVER_ERROR
              ? serverError(call, answer)
              : rejected(
                  "KUBERNETES_REFUSED",
                  "The API server refused to %s, with code %d."
                      .formatted(call.words(), answer.code()));
    };
  }

  private static PortFailure forbidden(ApiCall call, ApiAnswer answer) {
    if (answer.hasCause("NamespaceTerminating")) {
      return leaving();
    }
    if (answer.saysAnyOf("exceeded quota")) {
      return unavailable(
          "KUBERNETES_QUOTA",
          "A quota of the Kubernetes cluster does not let EUTLAS " + call.words() + ". Raise it.");
    }
    return unavailable(
        "KUBERNETES_RIGHTS",
        "EUTLAS may not %s: it lacks the right to %s. Apply deploy/rbac.yaml."
            .formatted(call.words(), call.right()));
  }

  /** A kind that is not known is another 404 than a thing that is not there. */
  private static PortFailure notFound(ApiCall call, ApiAnswer answer) {
    return answer.isAboutAThing()
        ? unavailable(
            "KUBERNETES_GONE",
            "There is no place any more for what EUTLAS was to " + call.words() + ".")
        : unavailable(
            "OPERATOR_ABSENT",
            "The Kubernetes cluster does not know %s.%s. Install the operator and its definitions."
                .formatted(call.type().plural(), call.type().group()));
  }

  /** After an internal error a write may have happened; a service that is not there did nothing. */
  private static PortFailure serverError(ApiCall call, ApiAnswer answer) {
    var busy = answer.code() == 503;
    return call.verb().isChanging() && !busy
        ? unclear(call, null)
        : unavailable(
            "KUBERNETES_UNAVAILABLE",
            "The API server answers with code %d%s.".formatted(answer.code(), pause(answer)));
  }

  private static String pause(ApiAnswer answer) {
    return answer
        .retryAfter()
        .map(Duration::toSeconds)
        .map(seconds -> " and asks for " + seconds + " seconds of peace")
        .orElse("");
  }

  /**
   * No answer.
   *
   * @param sent whether the request had begun to leave
   */
  static PortFailure unanswered(ApiCall call, boolean sent, IOException cause) {
    if (!sent && isAboutCertificates(cause)) {
      return unavailable(
          "KUBERNETES_TLS",
          "The API server's certificate, or ours, is not accepted. See whether the kubeconfig belongs to it.",
          cause);
    }
    return sent && call.verb().isChanging()
        ? unclear(call, cause)
        : unavailable("KUBERNETES_UNREACHABLE", "The API server does not answer.", cause);
  }

  /** A connection that is cut while both sides greet each other says nothing of certificates. */
  private static boolean isAboutCertificates(IOException cause) {
    return cause instanceof SSLException && !(cause.getCause() instanceof IOException);
  }

  /** All the time that a call of the data plane has was used. */
  static PortFailure outOfTime() {
    return unavailable("KUBERNETES_SLOW", "The API server takes too long to answer.");
  }

  static PortFailure conflict(ApiCall call) {
    return unavailable(
        "KUBERNETES_CONFLICT",
        "Somebody else changed something at the same time, when EUTLAS was to "
            + call.words()
            + ".");
  }

  /** An answer in another form than the protocol has. */
  static PortFailure unreadable(ApiCall call) {
    return unclear(call, null);
  }

  static PortFailure leaving() {
    return unavailable("LEAVING", "What there was of this cluster is still being removed.");
  }

  static PortFailure closed() {
    return unavailable("CLOSED", "The region is closed.");
  }

  static PortFailure taken(Names names) {
    return rejected(
        "NAMESPACE_TAKEN",
        "The namespace "
            + names.namespace()
            + " holds something that is not of this installation.");
  }

  static PortFailure cannotPause() {
    return rejected("NOT_SUPPORTED_HERE", "The operator of this region cannot pause a cluster.");
  }

  static PortFailure noRelease(String version) {
    return rejected(
        "NO_SUCH_RELEASE", "This region has no release of MongoDB " + version + " configured.");
  }

  static PortFailure diskCannotShrink() {
    return rejected("DISK_CANNOT_SHRINK", "A cluster's disks cannot become smaller.");
  }

  static PortFailure diskCannotGrow(Optional<String> storageClass) {
    return rejected(
        "DISK_CANNOT_GROW",
        "The disks cannot grow: the storage class%s does not allow it. Only a class with"
                .formatted(storageClass.map(name -> " " + name).orElse(""))
            + " allowVolumeExpansion does.");
  }

  static PortFailure diskWasPutBack() {
    return rejected(
        "DISK_CANNOT_GROW",
        "The operator set the disks back to their former size: the storage class or a quota does not"
            + " let them grow.");
  }

  private static PortFailure unclear(ApiCall call, @Nullable IOException cause) {
    return call.verb().isChanging()
        ? new PortFailure.OutcomeUnknown(
            "KUBERNETES_UNCLEAR",
            "It is not clear whether the API server did what EUTLAS asked for: to "
                + call.words()
                + ".",
            cause)
        : unavailable("KUBERNETES_UNAVAILABLE", "The API server gave no usable answer.", cause);
  }

  private static PortFailure unavailable(String code, String message) {
    return unavailable(code, message, null);
  }

  private static PortFailure unavailable(String code, String message, @Nullable IOException cause) {
    return new PortFailure.Unavailable(code, message, cause);
  }

  private static PortFailure rejected(String code, String message) {
    return new PortFailure.Rejected(code, message, null);
  }
}
