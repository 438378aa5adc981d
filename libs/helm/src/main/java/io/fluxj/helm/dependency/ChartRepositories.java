package io.fluxj.helm.dependency;

import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartDependency;

/**
 * Where charts are that are not beside the one that needs them.
 *
 * @param <E> why the search is given up altogether
 */
@FunctionalInterface
public interface ChartRepositories<E extends Exception> {
    /**
     * The newest chart that fits.
     *
     * @param dependency its repository is neither empty nor a folder
     * @throws HelmException when it cannot be had
     */
    Chart find(ChartDependency dependency) throws E, InterruptedException;
}
