package io.fluxj.runtime.scripted;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.HashMap;

/** An API that keeps what it is given, for tests of a few reads and writes. Whatever asks for more of Kubernetes than that needs a {@code ClusterTest}. */
public record SmallApi(KubernetesMockServer server, KubernetesClient client) implements AutoCloseable {

    /** Starts one with nothing in it. */
    public static SmallApi start() {
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        return new SmallApi(server, server.createClient());
    }

    /** One that answers every read of a path like this, whatever is in it. */
    public static SmallApi answering(String path, int status, Object body) {
        KubernetesMockServer server = new KubernetesMockServer(false);
        server.init();
        server.expect().get().withPath(path).andReturn(status, body).always();
        return new SmallApi(server, server.createClient());
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
