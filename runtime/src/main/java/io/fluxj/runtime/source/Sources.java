package io.fluxj.runtime.source;

import java.util.Optional;

/** Looks sources up. */
@FunctionalInterface
public interface Sources {

    /** The source of that name; empty when there is none, or none of that kind is to be had. */
    Optional<Source> find(SourceName name);
}
