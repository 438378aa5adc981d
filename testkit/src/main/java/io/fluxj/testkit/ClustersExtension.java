package io.fluxj.testkit;

import java.util.Arrays;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a {@link ClusterTests} factory its {@link Clusters}. */
final class ClustersExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace STORE = Namespace.create(ClustersExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Clusters.class;
    }

    @Override
    public Clusters resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(STORE).getOrComputeIfAbsent("clusters", key -> start(context), Clusters.class);
    }

    private static Clusters start(ExtensionContext context) {
        return new Clusters(Arrays.stream(KubeTarget.values())
                .filter(ClusterExtension::available)
                .map(target -> ClusterExtension.cluster(target, context))
                .toList());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Clusters clusters = context.getStore(STORE).remove("clusters", Clusters.class);
        if (clusters != null) {
            clusters.all().forEach(cluster -> cluster.client()
                    .namespaces()
                    .withName(cluster.namespace())
                    .delete());
        }
    }
}
