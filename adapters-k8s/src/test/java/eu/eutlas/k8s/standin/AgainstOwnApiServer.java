package eu.eutlas.k8s.standin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Tests that start and stop an API server themselves: see {@link OwnApiServer}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("api-server")
@EnabledIfEnvironmentVariable(
    named = "EUTLAS_TEST_KUBE",
    matches = ".+",
    disabledReason = "EUTLAS_TEST_KUBE names no program of conformance/kube: .ci/kube runs this")
@EnabledIfEnvironmentVariable(
    named = "EUTLAS_CRD_DIR",
    matches = ".+",
    disabledReason = "EUTLAS_CRD_DIR names no folder with the operators' definitions")
public @interface AgainstOwnApiServer {}
