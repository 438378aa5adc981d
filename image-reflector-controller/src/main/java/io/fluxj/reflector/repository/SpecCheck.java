package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.oci.Repository;
import io.fluxj.reflector.ImageReason;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Stalled;
import org.jspecify.annotations.Nullable;

/** Refuses specs that cannot come good by trying again. */
final class SpecCheck {
    private SpecCheck() {}

    static Repository requireUsable(ImageRepositorySpec spec, RegistryDoor door) throws Stalled {
        if (door.isBarred(spec)) {
            throw Stalled.of(CommonReason.FEATURE_GATE_DISABLED, WorkloadIdentityGate.NEEDED);
        }
        requireLength(spec.interval(), "spec.interval");
        requireLength(spec.timeout(), "spec.timeout");
        return image(spec.image());
    }

    private static Repository image(String image) throws Stalled {
        try {
            return ImageName.parse(image);
        } catch (IllegalArgumentException malformed) {
            throw Stalled.of(ImageReason.IMAGE_URL_INVALID, String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** The API lets lengths of time through that no clock holds. */
    private static void requireLength(@Nullable GoDuration length, String field) throws Stalled {
        try {
            if (length != null && !length.value().isPositive()) {
                throw Stalled.of(ImageReason.INVALID_SPEC, field + " leaves no time: '" + length + "'");
            }
        } catch (IllegalArgumentException unusable) {
            throw Stalled.of(ImageReason.INVALID_SPEC, field + ": " + unusable.getMessage(), unusable);
        }
    }
}
