package io.fluxj.runtime.start;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a controller has opened; closed in reverse, also when its start fails halfway. */
public final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final ConcurrentLinkedDeque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    /** Closes {@code resource} when everything that was opened after it is closed. */
    public <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() {
        for (AutoCloseable resource = open.poll(); resource != null; resource = open.poll()) {
            closeQuietly(resource);
        }
    }

    static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            LOG.atWarn().addKeyValue("error", String.valueOf(failed)).log("cannot stop cleanly");
        }
    }
}
