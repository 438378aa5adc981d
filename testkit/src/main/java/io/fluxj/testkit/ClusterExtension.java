package io.fluxj.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Repeats a {@link ClusterTest} for each available target and gives it its {@link KubeCluster}. */
final class ClusterExtension implements TestTemplateInvocationContextProvider {
    private static final Namespace STORE = Namespace.create(ClusterExtension.class);

    /** Tests run side by side, perhaps on a machine with other work: what a test awaits without saying how long may take this long. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ClusterTest test = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ClusterTest.class)
                .orElseThrow();
        return Arrays.stream(test.on()).filter(ClusterExtension::available).map(Invocation::new);
    }

    static boolean available(KubeTarget target) {
        return switch (target) {
            case EMBEDDED -> true;
            case KUBE_APISERVER -> RealServer.available();
        };
    }

    private static KubeServer start(KubeTarget target) {
        KubeServer server =
                switch (target) {
                    case EMBEDDED -> EmbeddedServer.start();
                    case KUBE_APISERVER -> RealServer.start();
                };
        CustomResourceDefinitions.fromClassPath().installInto(server.client());
        return server;
    }

    /** The target's server, started when it is not, and a fresh namespace in it. */
    static KubeCluster cluster(KubeTarget target, ExtensionContext context) {
        KubeServer server = context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(target, ClusterExtension::start, KubeServer.class);
        String namespace = KubeCluster.createNamespace(server.client());
        server.awaitNamespace(namespace);
        return new KubeCluster(target, server.client(), server.kubeconfig(), namespace);
    }

    private record Invocation(KubeTarget target) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return target.displayName();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new PerTest(target));
        }
    }

    private record PerTest(KubeTarget target) implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == KubeCluster.class;
        }

        @Override
        public KubeCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(STORE)
                    .getOrComputeIfAbsent("cluster", key -> cluster(target, context), KubeCluster.class);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            KubeCluster cluster = context.getStore(STORE).remove("cluster", KubeCluster.class);
            if (cluster != null) {
                cluster.client().namespaces().withName(cluster.namespace()).delete();
            }
        }
    }
}
