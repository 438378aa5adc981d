package io.fluxj.source.chart;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.source.chart.repository.Repositories;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the steps work with.
 *
 * @param storage keeps artifacts
 * @param client finds repositories and Secrets
 * @param repositories opens repositories
 * @param limits on charts
 * @param workFolder existing folder for what is fetched
 * @param requeueDependency how soon to look again for a source that has nothing yet
 */
public record HelmChartParts(
        Storage storage,
        KubernetesClient client,
        Repositories repositories,
        HelmChartLimits limits,
        Path workFolder,
        Duration requeueDependency) {}
