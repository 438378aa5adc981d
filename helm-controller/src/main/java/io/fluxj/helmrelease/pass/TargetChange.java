package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.ChartNameChangeStrategy;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helmrelease.ReleasePlace;
import io.fluxj.helmrelease.history.History;
import java.util.Optional;

/**
 * A release that the spec wants elsewhere than it is, so that it must go first. Source: behaviour §3.4.
 *
 * @param latest what is to go
 * @param why what changed
 */
record TargetChange(ReleaseSnapshot latest, String why) {

    static Optional<TargetChange> of(
            HelmReleaseStatus status, HelmReleaseSpec spec, ReleasePlace place, String chartName) {
        String storage = status.storageNamespace();
        Optional<ReleaseSnapshot> latest = History.of(status).latest();
        if (storage == null || storage.isEmpty() || latest.isEmpty()) {
            return Optional.empty();
        }
        return why(latest.get(), storage, place)
                .or(() -> chartChange(latest.get(), spec, chartName))
                .map(reason -> new TargetChange(latest.get(), reason));
    }

    private static Optional<String> why(ReleaseSnapshot latest, String storage, ReleasePlace place) {
        if (!storage.equals(place.storage())) {
            return Optional.of("storage namespace changed");
        }
        if (!latest.namespace().equals(place.namespace())) {
            return Optional.of("release namespace changed");
        }
        return latest.name().equals(place.name()) ? Optional.empty() : Optional.of("release name changed");
    }

    private static Optional<String> chartChange(ReleaseSnapshot latest, HelmReleaseSpec spec, String chartName) {
        boolean inPlace = spec.upgrade() != null
                && spec.upgrade().chartNameChangeStrategy() != null
                && spec.upgrade().chartNameChangeStrategy().is(ChartNameChangeStrategy.IN_PLACE_UPDATE);
        return inPlace || latest.chartName().equals(chartName)
                ? Optional.empty()
                : Optional.of("chart name changed from '%s' to '%s'".formatted(latest.chartName(), chartName));
    }
}
