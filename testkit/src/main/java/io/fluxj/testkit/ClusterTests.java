package io.fluxj.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A factory of tests that need a Kubernetes API: where a {@link ClusterTest} is repeated per target, this one runs once and gets a {@link Clusters} with
 * one {@link KubeCluster} of each available target, so that its tests may run on all of them side by side. It returns what a {@link TestFactory} returns.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestFactory
@ExtendWith(ClustersExtension.class)
public @interface ClusterTests {}
