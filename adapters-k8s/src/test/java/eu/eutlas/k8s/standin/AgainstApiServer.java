package eu.eutlas.k8s.standin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Tests that want a real API server, and the operators' definitions in {@code EUTLAS_CRD_DIR}. They
 * are skipped, and say so, where there is none; {@code .ci/kube} brings one and runs these alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("api-server")
@EnabledIfEnvironmentVariable(
    named = "EUTLAS_TEST_KUBECONFIG",
    matches = ".+",
    disabledReason = "EUTLAS_TEST_KUBECONFIG names no kubeconfig: .ci/kube runs this")
@EnabledIfEnvironmentVariable(
    named = "EUTLAS_CRD_DIR",
    matches = ".+",
    disabledReason = "EUTLAS_CRD_DIR names no folder with the operators' definitions")
public @interface AgainstApiServer {}
