package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the HTTP client of one Kubernetes client, which works on virtual threads rather than on a pool of platform threads of its own. */
final class VirtualThreadClients extends JdkHttpClientFactory {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return HttpClient.newBuilder().executor(this::unlessClosed);
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
