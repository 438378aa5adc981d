package io.fluxj.source.artifact;

import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.runtime.storage.AdvertisedAddress;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.Retention;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.source.SourceControllerOptions;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A controller of one kind that is not Git.
 *
 * @param upstream the file that its buckets hold
 * @param store existing folder
 * @param work existing folder
 */
record BucketController(Path upstream, Path store, Path work) implements ControllerDefinition<SourceControllerOptions> {
    RunningController start(KubeCluster cluster) throws Exception {
        SourceControllerOptions options = ControllerProgram.parse(
                this, "--watch-all-namespaces=false", "--metrics-addr=0", "--health-addr=0", "--min-retry-delay=50ms");
        RunningController running = ControllerProgram.start(
                this, options, cluster.client(), Map.of("RUNTIME_NAMESPACE", cluster.namespace()));
        running.working().get(120, TimeUnit.SECONDS);
        return running;
    }

    @Override
    public String name() {
        return "source-controller";
    }

    @Override
    public SourceControllerOptions newOptions() {
        return new SourceControllerOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, SourceControllerOptions options)
            throws IOException {
        Storage storage = new Storage(
                FileArtifactStore.open(store, Clock.systemUTC(), environment.fence()),
                new AdvertisedAddress("http://store"),
                new Retention(Duration.ofHours(1), 2),
                DigestAlgorithm.SHA256,
                Clock.systemUTC());
        return ControllerParts.of(KindController.of(environment, new BucketReconciliation(storage, upstream, work)));
    }
}
