/** Benchmarks of {@code kustomize build}, with the directories that other implementations are timed on as well. */
@NullMarked
package io.fluxj.bench.kustomize;

import org.jspecify.annotations.NullMarked;
