package io.fluxj.kustomization.options;

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
    /** Sources of kind ExternalArtifact may be named. */
    EXTERNAL_ARTIFACT("ExternalArtifact", false),
    DIRECT_SOURCE_FETCH("DirectSourceFetch", false),
    DISABLE_STATUS_POLLER_CACHE("DisableStatusPollerCache", true),
    /** Health checks keep waiting after an object has failed. */
    DISABLE_FAIL_FAST_BEHAVIOR("DisableFailFastBehavior", false),
    /** A variable that is not set and has no default fails the build. */
    STRICT_POST_BUILD_SUBSTITUTIONS("StrictPostBuildSubstitutions", true),
    GROUP_CHANGE_LOG("GroupChangeLog", false),
    /** Accepted; a newer revision always ends a health check. */
    CANCEL_HEALTH_CHECK_ON_NEW_REVISION("CancelHealthCheckOnNewRevision", false),
    MIGRATE_API_VERSION("MigrateAPIVersion", false),
    /** What somebody else changed or deleted is put right when a watch shows it; otherwise at the interval, as in Flux. An addition of ours. */
    CORRECT_DRIFT_AT_ONCE("CorrectDriftAtOnce", true),
    /** Of several that are deleted together, those that depend on others go first. An addition of ours. */
    DELETE_IN_REVERSE_ORDER("DeleteInReverseOrder", false),
    /** Encrypted files are not checked against their MAC, as in Flux. An addition of ours. */
    SKIP_SOPS_MAC("SkipSopsMac", false);

    /** Accepted because Flux has them; nothing here depends on them. */
    private static final Set<Gate> WITHOUT_EFFECT =
            EnumSet.of(CACHE_SECRETS_AND_CONFIG_MAPS, DIRECT_SOURCE_FETCH, DISABLE_STATUS_POLLER_CACHE);

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
