package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositoryStatus;
import io.fluxj.api.image.v1.ScanResult;
import io.fluxj.oci.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/**
 * Whether to scan. Source: behaviour §5.1.
 *
 * @param due whether now
 * @param next when the next scan is due
 * @param why what is said of the scan
 */
record ScanDecision(boolean due, Duration next, String why) {
    static final String NO_TAGS = "no tags in database";

    private static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";
    private static final Duration SOON = Duration.ofSeconds(1);

    /** @param hasTags whether there are tags in the store */
    static ScanDecision of(ImageRepository object, Repository image, boolean hasTags, Instant now) {
        Duration interval = object.getSpec().interval().value();
        ImageRepositoryStatus status = object.getStatus();
        ScanResult last = status == null ? null : status.lastScanResult();
        if (status == null || last == null || last.scanTime() == null) {
            return scan(interval, "first scan");
        }
        if (isRequested(object, status)) {
            return scan(interval, "reconcile requested");
        }
        if (!image.toString().equals(status.canonicalImageName())) {
            return scan(interval, "new image name");
        }
        if (!new HashSet<>(Exclusions.named(object.getSpec())).equals(new HashSet<>(status.observedExclusionList()))) {
            return scan(interval, "updated exclusion list");
        }
        if (!hasTags) {
            return scan(interval, NO_TAGS);
        }
        Duration left = interval.minus(Duration.between(last.scanTime(), now));
        return left.compareTo(SOON) < 0 ? scan(interval, "triggered by interval") : new ScanDecision(false, left, "");
    }

    private static ScanDecision scan(Duration interval, String why) {
        return new ScanDecision(true, interval, why);
    }

    private static boolean isRequested(ImageRepository object, ImageRepositoryStatus status) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        String token = annotations == null ? null : annotations.get(REQUESTED_AT);
        return token != null && !token.isEmpty() && !Objects.equals(token, status.lastHandledReconcileAt());
    }
}
