package io.fluxj.watcher;

import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.OwnFolder;
import io.fluxj.runtime.options.ArtifactOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.bucket.BucketArtifactStore;
import io.fluxj.runtime.storage.bucket.StorageBucket;
import io.fluxj.runtime.storage.replica.ReplicaStore;
import io.fluxj.watcher.generator.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The source-watcher: ArtifactGenerators, the store of what they make, and the server that offers it. */
public final class SourceWatcher implements ControllerDefinition<SourceWatcherOptions> {
    /** Name of the controller. */
    public static final String NAME = "source-watcher";

    private static final Logger LOG = LoggerFactory.getLogger(SourceWatcher.class);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new SourceWatcher(), arguments));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceWatcherOptions newOptions() {
        return new SourceWatcherOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, SourceWatcherOptions options) throws IOException {
        if (options.asksForDirectFetch()) {
            LOG.warn("--feature-gates=DirectSourceFetch=true has no effect in this version");
        }
        ArtifactOptions artifacts = options.artifacts();
        FileArtifactStore store =
                FileArtifactStore.open(Path.of(artifacts.path()), Clock.systemUTC(), environment.fence());
        Storage storage = Storage.of(
                BucketArtifactStore.over(store, StorageBucket.of(environment, artifacts.bucket()), environment.fence()),
                artifacts,
                environment.variables());
        environment.local().offer(storage.address().prefix(), store.root());
        return new ControllerParts(
                List.of(Generators.controller(environment, parts(environment, options, storage))),
                List.of(),
                ReplicaStore.of(
                        environment,
                        options.shared(),
                        artifacts,
                        List.of(ExternalArtifact.class),
                        Generators.MADE_HERE));
    }

    /** What is put together lies on the same disk as what it is made of. */
    private static Generators.Parts parts(
            ControllerEnvironment environment, SourceWatcherOptions options, Storage storage) throws IOException {
        OwnFolder folder = environment
                .resources()
                .keep(OwnFolder.open(Path.of(System.getProperty("java.io.tmpdir")), "fluxj-watcher-"));
        ArtifactCache sources =
                environment.openArtifacts(options.limits(), folder.path().resolve("unpacked"));
        return new Generators.Parts(
                storage,
                sources,
                Files.createDirectory(folder.path().resolve("work")),
                options.limits().sizes(),
                options.rules());
    }
}
