package io.fluxj.runtime.start;

/** Something that runs only in the process that leads, such as the file server of artifacts. */
@FunctionalInterface
public interface LeadingService {
    /**
     * Starts it.
     *
     * @return what ends it
     */
    AutoCloseable start() throws Exception;
}
