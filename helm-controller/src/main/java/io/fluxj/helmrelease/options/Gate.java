package io.fluxj.helmrelease.options;

import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The controller's feature gates. Source: flags-endpoints §7. */
public enum Gate {
    CACHE_SECRETS_AND_CONFIG_MAPS("CacheSecretsAndConfigMaps", false),
    OBJECT_LEVEL_WORKLOAD_IDENTITY(WorkloadIdentityGate.NAME, false),
    /** No watches on Secrets and ConfigMaps. */
    DISABLE_CONFIG_WATCHERS("DisableConfigWatchers", false),
    /** A {@code readyExpr} must hold besides the built-in check, not instead of it. */
    ADDITIVE_CEL_DEPENDENCY_CHECK("AdditiveCELDependencyCheck", false),
    /** Charts of kind ExternalArtifact may be named. */
    EXTERNAL_ARTIFACT("ExternalArtifact", false),
    DIRECT_SOURCE_FETCH("DirectSourceFetch", false),
    /** Any newer trigger ends a wait for objects, not only a newer spec. */
    CANCEL_HEALTH_CHECK_ON_NEW_REVISION("CancelHealthCheckOnNewRevision", false),
    DETECT_DRIFT("DetectDrift", false),
    CORRECT_DRIFT("CorrectDrift", false),
    ALLOW_DNS_LOOKUPS("AllowDNSLookups", false),
    OOM_WATCH("OOMWatch", false),
    ADOPT_LEGACY_RELEASES("AdoptLegacyReleases", false),
    /** The version of a chart from an OCIRepository does not get its digest. */
    DISABLE_CHART_DIGEST_TRACKING("DisableChartDigestTracking", false),
    /** Client-side apply, Helm 3's way to wait, hooks without post-rendering. */
    USE_HELM_3_DEFAULTS("UseHelm3Defaults", false),
    /** What fails is tried again as it is, unless the spec says otherwise. */
    DEFAULT_TO_RETRY_ON_FAILURE("DefaultToRetryOnFailure", false);

    /** Accepted because Flux has them; nothing here depends on them. */
    private static final Set<Gate> WITHOUT_EFFECT = EnumSet.of(
            CACHE_SECRETS_AND_CONFIG_MAPS,
            DIRECT_SOURCE_FETCH,
            DETECT_DRIFT,
            CORRECT_DRIFT,
            ALLOW_DNS_LOOKUPS,
            OOM_WATCH,
            ADOPT_LEGACY_RELEASES);

    private final String text;
    private final boolean enabled;

    Gate(String text, boolean enabled) {
        this.text = text;
        this.enabled = enabled;
    }

    /** The name in {@code --feature-gates}. */
    public String text() {
        return text;
    }

    /** Whether setting it to this changes nothing though one could think so. */
    boolean isIdle(boolean set) {
        return WITHOUT_EFFECT.contains(this) && set != enabled;
    }

    /** All gates with what they are when nothing is said. */
    public static Map<String, Boolean> defaults() {
        Map<String, Boolean> defaults = new TreeMap<>();
        for (Gate gate : values()) {
            defaults.put(gate.text, gate.enabled);
        }
        return defaults;
    }
}
