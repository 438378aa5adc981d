package io.fluxj.runtime.reconcile.frame;

import java.util.concurrent.CompletableFuture;

/**
 * What a running pass hears of.
 *
 * @param superseded a newer spec, token or source revision came, or the object is to be deleted
 * @param outdated the spec changed or the object is to be deleted
 */
record Newer(CompletableFuture<String> superseded, CompletableFuture<String> outdated) {
    Newer() {
        this(new CompletableFuture<>(), new CompletableFuture<>());
    }
}
