package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.ArtifactOrigins;
import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.artifact.LocalArtifacts;
import io.fluxj.runtime.artifact.LocalHosts;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.events.EventRecorder;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.peer.PeerSecurity;
import io.fluxj.runtime.reconcile.frame.FrameParts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * What a controller is given to build its parts with.
 *
 * @param frames what every frame is made with
 * @param concurrent {@code --concurrent}
 * @param variables environment variables
 * @param writing who may write when
 * @param local the stores of artifacts of this process
 * @param peers how it speaks to the other controllers
 * @param resources whatever the controller opens belongs there as soon as it is open
 */
public record ControllerEnvironment(
        FrameParts frames,
        int concurrent,
        Map<String, String> variables,
        Writing writing,
        LocalArtifacts local,
        PeerSecurity peers,
        Resources resources) {
    static final String DEFAULT_NAMESPACE = "flux-system";
    private static final Duration CONNECT = Duration.ofSeconds(30);

    public ControllerEnvironment {
        variables = Map.copyOf(variables);
    }

    /** Its name, for example {@code kustomize-controller}. */
    public String controller() {
        return frames.controller();
    }

    /** The client of this controller. */
    public KubernetesClient client() {
        return frames.client();
    }

    /** To be asked before every write to storage; the client asks it by itself. */
    public WriteFence fence() {
        return writing.fence();
    }

    /** For what every replica may write, whether or not it leads: the answers to requests that only it was sent. */
    public KubernetesClient clientOfReplica() {
        return writing.ofReplica();
    }

    /**
     * Where the replica is that leads.
     *
     * @param labelSelector {@code --watch-label-selector}, which the lease is named after
     */
    public LeaderAddress leader(String labelSelector) {
        return new LeaderAddress(client(), runtimeNamespace(), LeaseName.of(controller(), labelSelector));
    }

    /** Name of this pod, may be empty. */
    public String instance() {
        return HostName.of(variables);
    }

    /** The recorder of this controller. */
    public EventRecorder events() {
        return frames.events();
    }

    /** The metrics of this controller. */
    public ControllerMetrics metrics() {
        return frames.metrics();
    }

    /** The time that goes into statuses. */
    public Clock clock() {
        return frames.clock();
    }

    /** An environment variable, empty when it is not set. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** {@code RUNTIME_NAMESPACE}, by default {@code flux-system}. */
    public String runtimeNamespace() {
        return variables.getOrDefault("RUNTIME_NAMESPACE", DEFAULT_NAMESPACE);
    }

    /**
     * Opens the cache of artifacts that this controller works on: it fetches by the proxies of the variables, is counted with its requests, and is closed with its
     * resources.
     *
     * @param folder of its own; whatever is in it is removed
     * @throws IOException when the folder cannot be made empty
     */
    public ArtifactCache openArtifacts(CacheLimits limits, Path folder) throws IOException {
        return resources.keep(new ArtifactCache(folder, limits, artifactOrigins()));
    }

    /** As {@link #openArtifacts}, of artifacts that are kept as they come. */
    public ArtifactCache openPackedArtifacts(CacheLimits limits, Path folder) throws IOException {
        return resources.keep(ArtifactCache.packed(folder, limits, artifactOrigins()));
    }

    private ArtifactOrigins artifactOrigins() {
        LocalHosts hosts =
                new LocalHosts(variable("SOURCE_CONTROLLER_LOCALHOST"), variable("SOURCE_WATCHER_LOCALHOST"));
        return new ArtifactOrigins(peers.calls(artifactClient()), hosts, local);
    }

    private HttpClient artifactClient() {
        EnvironmentProxies proxies = EnvironmentProxies.of(variables);
        HttpClient http = resources.keep(HttpClient.newBuilder()
                .proxy(proxies)
                .authenticator(proxies.authenticator())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build());
        return metrics().metered(http);
    }
}
