package io.fluxj.helmrelease.options;

import io.fluxj.runtime.options.FeatureGate;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.util.EnumSet;
import java.util.Set;

/** The controller's feature gates. Source: flags-endpoints §7. */
public enum Gate implements FeatureGate {
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
    /** Templates may ask for addresses of hosts; otherwise they are told none. */
    ALLOW_DNS_LOOKUPS("AllowDNSLookups", false),
    /** The controller stops in order before its memory is used up. */
    OOM_WATCH("OOMWatch", false),
    ADOPT_LEGACY_RELEASES("AdoptLegacyReleases", false),
    /** The version of a chart from an OCIRepository does not get its digest. */
    DISABLE_CHART_DIGEST_TRACKING("DisableChartDigestTracking", false),
    /** Client-side apply, Helm 3's way to wait, hooks without post-rendering. */
    USE_HELM_3_DEFAULTS("UseHelm3Defaults", false),
    /** What fails is tried again as it is, unless the spec says otherwise. */
    DEFAULT_TO_RETRY_ON_FAILURE("DefaultToRetryOnFailure", false),
    /** Values are told that no template reads and that look like a misspelt one. An addition of ours. */
    TELL_UNREAD_VALUES("TellUnreadValues", false);

    /** Accepted because Flux has them; nothing here depends on them. */
    private static final Set<Gate> WITHOUT_EFFECT = EnumSet.of(
            CACHE_SECRETS_AND_CONFIG_MAPS, DIRECT_SOURCE_FETCH, DETECT_DRIFT, CORRECT_DRIFT, ADOPT_LEGACY_RELEASES);

    private final String text;
    private final boolean enabled;

    Gate(String text, boolean enabled) {
        this.text = text;
        this.enabled = enabled;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean enabledByDefault() {
        return enabled;
    }

    @Override
    public boolean hasEffect() {
        return !WITHOUT_EFFECT.contains(this);
    }
}
