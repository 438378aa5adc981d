package io.fluxj.runtime.identity;

import java.time.Instant;

/** Something that is of use for some time. */
public interface Expiring {
    /** When it is of no use any more. */
    Instant expires();
}
