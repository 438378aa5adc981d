package io.fluxj.runtime.storage.replica;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.options.ArtifactOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.peer.PeerServing;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.LeaderAddress;
import io.fluxj.runtime.start.ReplicaParts;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.PeerAddress;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.bucket.StorageBucket;
import io.fluxj.runtime.storage.server.ArtifactServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The store of a controller as every replica serves it. */
public final class ReplicaStore {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private ReplicaStore() {}

    /**
     * Serves the store from the start, and keeps it like the leader's until this process leads.
     *
     * @param types whose artifacts are in the store
     * @param selector labels of their objects; empty for all
     * @throws IOException when there is no such folder
     */
    public static ReplicaParts of(
            ControllerEnvironment environment,
            SharedOptions shared,
            ArtifactOptions artifacts,
            List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> types,
            String selector)
            throws IOException {
        // Nothing but copies of what the leader wrote: see StoreMirror.
        FileArtifactStore store =
                FileArtifactStore.open(Path.of(artifacts.path()), Clock.systemUTC(), WriteFence.none());
        Storage storage = Storage.of(store, artifacts, environment.variables());
        HttpClient http = environment
                .resources()
                .keep(HttpClient.newBuilder().connectTimeout(CONNECT).build());
        LeaderAddress leader = environment.leader(shared.watch().labelSelector());
        String namespace = shared.watch().allNamespaces() ? "" : environment.runtimeNamespace();
        Upstream leading =
                new LeaderFiles(environment.peers().calls(http), new RememberedLeader(leader::find, System::nanoTime));
        List<Upstream> upstreams = StorageBucket.of(environment, artifacts.bucket())
                .map(bucket -> List.<Upstream>of(bucket::open, leading))
                .orElse(List.of(leading));
        StoreMirror mirror = new StoreMirror(
                new MirroredKinds(environment.client(), types, storage.address(), namespace, selector),
                new Copies(store, upstreams, storage.retention()));
        PeerServing serving = ArtifactServer.serving(environment.peers());
        return new ReplicaParts(
                PeerAddress.of(artifacts.peer(), artifacts.address(), environment.variables()),
                List.of(() -> ArtifactServer.start(
                        store.root(), artifacts.address(), artifacts.connectionsPerAddress(), mirror, serving)),
                List.of(mirror::start));
    }
}
