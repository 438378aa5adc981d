package io.fluxj.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test that needs a Kubernetes API: it runs once per {@link KubeTarget} that is available. The method, and the class's
 * {@code @BeforeEach} and {@code @AfterEach} methods, may take a {@link KubeCluster} parameter, which has a fresh
 * namespace. The servers start once per JVM and are shared by all test classes, so tests keep to their own namespace
 * and give cluster-scoped objects names that contain it. Both targets, and a class's other such tests, run side by side.
 *
 * <p>Methods annotated thus must not be {@code private} or {@code static} and must return {@code void}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(ClusterExtension.class)
public @interface ClusterTest {
    /** The targets to run on; by default all that are available. None of them available: the test does not run. */
    KubeTarget[] on() default {KubeTarget.EMBEDDED, KubeTarget.KUBE_APISERVER};
}
