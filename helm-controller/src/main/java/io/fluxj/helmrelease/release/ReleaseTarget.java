package io.fluxj.helmrelease.release;

import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.health.HealthRules;

/**
 * Where a release lives.
 *
 * @param cluster acting as whoever the release acts as
 * @param storageNamespace of its records
 * @param namespace of the release
 * @param maxHistory revisions that are kept, 0 for all
 * @param rules how objects are judged
 * @param waits how to block; ends waits from outside
 * @param fieldManager name under which objects are applied
 */
public record ReleaseTarget(
        Cluster cluster,
        String storageNamespace,
        String namespace,
        int maxHistory,
        HealthRules rules,
        Waits waits,
        String fieldManager) {}
