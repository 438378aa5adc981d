package io.fluxj.runtime.storage.replica;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.runtime.storage.ArtifactFolder;
import io.fluxj.runtime.storage.RecordedFile;
import io.fluxj.runtime.storage.server.MissingFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store of a replica that does not lead like the leader's: what the statuses of objects name is fetched as soon as they name it, and, should somebody
 * ask before, then. So the artifacts are served on when the leader is gone, and whoever leads next has them.
 */
public final class StoreMirror implements AutoCloseable, MissingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMirror.class);

    /** What could not be had is tried again so often. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    /** Of files that are asked for and not there, at once. */
    private static final int LOOK_UPS = 16;

    private final MirroredKinds kinds;
    private final Copies copies;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SharedIndexInformer<?>> watches = new ArrayList<>();
    private final Semaphore lookUps = new Semaphore(LOOK_UPS);
    private volatile boolean mirroring;

    StoreMirror(MirroredKinds kinds, Copies copies) {
        this.kinds = kinds;
        this.copies = copies;
    }

    /** Begins; nothing is fetched before. */
    public synchronized StoreMirror start() {
        mirroring = true;
        kinds.types().forEach(this::watch);
        return this;
    }

    private <T extends CustomResource<?, ? extends HoldsArtifact>> void watch(Class<T> type) {
        SharedIndexInformer<T> watch = kinds.objects(type).runnableInformer(LOOK_AGAIN.toMillis());
        watch.addEventHandler(new Fetching<>());
        watch.exceptionHandler((started, failed) -> true);
        watches.add(watch);
        var _ = watch.start();
    }

    @Override
    public boolean fetch(String path) {
        if (!mirroring || !lookUps.tryAcquire()) {
            return false;
        }
        try {
            return threads.submit(() -> isFetched(path)).get();
        } catch (ExecutionException | RejectedExecutionException failed) {
            LOG.atWarn().addKeyValue("error", String.valueOf(failed)).log("cannot look for {}", path);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            lookUps.release();
        }
        return false;
    }

    private boolean isFetched(String path) {
        return kinds.wanted(path).map(this::isFetched).orElse(false);
    }

    private boolean isFetched(RecordedFile wanted) {
        try {
            copies.fetch(wanted);
            return true;
        } catch (IOException failed) {
            LOG.atWarn()
                    .addKeyValue("error", String.valueOf(failed.getMessage()))
                    .log("cannot copy {}", wanted.path().path());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Ends what is under way: after it, this process may lead, and the store is the leader's. */
    @Override
    public synchronized void close() {
        mirroring = false;
        watches.forEach(SharedIndexInformer::close);
        threads.shutdownNow();
        threads.close();
    }

    /** Fetches what objects name without holding up their watch. */
    private final class Fetching<T extends CustomResource<?, ? extends HoldsArtifact>>
            implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            kinds.wanted(object).ifPresent(wanted -> later(() -> isFetched(wanted)));
        }

        @Override
        public void onUpdate(T before, T object) {
            onAdd(object);
        }

        @Override
        public void onDelete(T object, boolean stateUnknown) {
            later(() -> forget(ArtifactFolder.of(object)));
        }

        private void later(Runnable work) {
            try {
                threads.execute(work);
            } catch (RejectedExecutionException closed) {
                // this process leads by now
            }
        }
    }

    private void forget(ArtifactFolder folder) {
        try {
            copies.forget(folder);
        } catch (IOException failed) {
            LOG.atWarn().addKeyValue("error", String.valueOf(failed)).log("cannot remove {}", folder.path());
        }
    }
}
