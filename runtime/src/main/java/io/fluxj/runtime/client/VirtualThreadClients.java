package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Makes the HTTP client of one Kubernetes client, which works on virtual threads rather than on a pool of platform threads of its own. */
final class VirtualThreadClients extends JdkHttpClientFactory {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final @Nullable SSLContext named;

    /** @param config of the cluster that the client leads to */
    VirtualThreadClients(Config config) {
        this.named = NamedServer.context(config);
    }

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return HttpClient.newBuilder().executor(this::unlessClosed);
    }

    /** Otherwise it would warn that it knows nothing of the server's name. */
    @Override
    public io.fabric8.kubernetes.client.http.HttpClient.Builder newBuilder(Config config) {
        return super.newBuilder(config).tlsServerName(null);
    }

    @Override
    protected void additionalConfig(HttpClient.Builder builder) {
        if (named != null) {
            builder.sslContext(named);
        }
    }

    private void unlessClosed(Runnable task) {
        if (!threads.isShutdown()) {
            threads.execute(task);
        }
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        threads.shutdownNow();
    }
}
