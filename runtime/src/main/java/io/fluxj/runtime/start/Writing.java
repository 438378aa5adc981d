package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.client.WriteFence;

/**
 * Who may write when.
 *
 * @param fence open while this process leads
 * @param ofReplica asks no fence
 */
public record Writing(WriteFence fence, KubernetesClient ofReplica) {}
