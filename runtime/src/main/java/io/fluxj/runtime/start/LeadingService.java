package io.fluxj.runtime.start;

/** Something that a controller runs besides its kinds: while it leads, or in every replica, see {@link ReplicaParts}. */
@FunctionalInterface
public interface LeadingService {
    /**
     * Starts it.
     *
     * @return what ends it
     */
    AutoCloseable start() throws Exception;
}
