package io.fluxj.helmrelease.action;

import io.fluxj.api.helm.v2.CrdsPolicy;
import io.fluxj.api.helm.v2.DeletionPropagation;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.Install;
import io.fluxj.api.helm.v2.Rollback;
import io.fluxj.api.helm.v2.ServerSideApply;
import io.fluxj.api.helm.v2.Test;
import io.fluxj.api.helm.v2.Uninstall;
import io.fluxj.api.helm.v2.Upgrade;
import io.fluxj.api.helm.v2.WaitStrategyName;
import io.fluxj.api.meta.Choice;
import io.fluxj.helm.action.ActionOptions;
import io.fluxj.helm.action.CrdPolicy;
import io.fluxj.helm.action.Propagation;
import io.fluxj.helm.action.ServerSide;
import io.fluxj.helm.action.Switch;
import io.fluxj.helm.action.WaitMode;
import io.fluxj.helmrelease.rules.ReleaseRules;
import org.jspecify.annotations.Nullable;

/**
 * The options of Helm's actions that a spec asks for. Source: behaviour §3.6.
 *
 * @param helm3 whether defaults are Helm 3's
 */
record ActionSettings(ReleaseRules rules, boolean helm3) {

    ActionOptions ofInstall() {
        Install install = given(rules.spec().install());
        boolean serverSide = install.serverSideApply() == null ? !helm3 : install.serverSideApply();
        Switches switches = new Switches(ActionOptions.of(rules.timeout(install.timeout()))
                        .withWaitMode(waitMode(install.disableWait()))
                        .withServerSide(serverSide ? ServerSide.ENABLED : ServerSide.DISABLED)
                        .withCrds(crds(install.crds(), install.skipCRDs())))
                .off(Switch.WAIT_FOR_JOBS, install.disableWaitForJobs())
                .on(Switch.NO_HOOKS, install.disableHooks())
                .on(Switch.REPLACE, install.replace())
                .on(Switch.NO_OPENAPI_VALIDATION, install.disableOpenAPIValidation())
                .on(Switch.NO_SCHEMA_VALIDATION, install.disableSchemaValidation())
                .on(Switch.CREATE_NAMESPACE, createsNamespace(install));
        return owning(switches, install.disableTakeOwnership());
    }

    /** Only a namespace of the spec's own is made. */
    private boolean createsNamespace(Install install) {
        String target = rules.spec().targetNamespace();
        return Boolean.TRUE.equals(install.createNamespace()) && target != null && !target.isEmpty();
    }

    private static Install given(@Nullable Install install) {
        return install == null ? Install.builder().build() : install;
    }

    ActionOptions ofUpgrade() {
        Upgrade upgrade = given(rules.spec().upgrade());
        Switches switches = new Switches(ActionOptions.of(rules.timeout(upgrade.timeout()))
                        .withWaitMode(waitMode(upgrade.disableWait()))
                        .withServerSide(serverSide(upgrade.serverSideApply()))
                        .withCrds(crds(upgrade.crds(), null)))
                .off(Switch.WAIT_FOR_JOBS, upgrade.disableWaitForJobs())
                .on(Switch.NO_HOOKS, upgrade.disableHooks())
                .on(Switch.FORCE, upgrade.force())
                .on(Switch.CLEANUP_ON_FAILURE, upgrade.cleanupOnFail())
                .on(Switch.REUSE_VALUES, upgrade.preserveValues())
                .on(Switch.NO_OPENAPI_VALIDATION, upgrade.disableOpenAPIValidation())
                .on(Switch.NO_SCHEMA_VALIDATION, upgrade.disableSchemaValidation());
        return owning(switches, upgrade.disableTakeOwnership());
    }

    private static Upgrade given(@Nullable Upgrade upgrade) {
        return upgrade == null ? Upgrade.builder().build() : upgrade;
    }

    private static ActionOptions owning(Switches switches, @Nullable Boolean disabled) {
        return switches.on(Switch.TAKE_OWNERSHIP, !Boolean.TRUE.equals(disabled))
                .options();
    }

    ActionOptions ofRollback() {
        Rollback rollback = rules.spec().rollback() == null
                ? Rollback.builder().build()
                : rules.spec().rollback();
        return new Switches(ActionOptions.of(rules.timeout(rollback.timeout()))
                        .withWaitMode(waitMode(rollback.disableWait()))
                        .withServerSide(serverSide(rollback.serverSideApply())))
                .off(Switch.WAIT_FOR_JOBS, rollback.disableWaitForJobs())
                .on(Switch.NO_HOOKS, rollback.disableHooks())
                .on(Switch.FORCE, rollback.force())
                .on(Switch.CLEANUP_ON_FAILURE, rollback.cleanupOnFail())
                .options();
    }

    ActionOptions ofUninstall() {
        Uninstall uninstall = rules.spec().uninstall() == null
                ? Uninstall.builder().build()
                : rules.spec().uninstall();
        return new Switches(ActionOptions.of(rules.timeout(uninstall.timeout()))
                        .withWaitMode(waitMode(uninstall.disableWait()))
                        .withPropagation(propagation(uninstall.deletionPropagation())))
                .on(Switch.NO_HOOKS, uninstall.disableHooks())
                .on(Switch.KEEP_HISTORY, uninstall.keepHistory())
                .options();
    }

    ActionOptions ofTest() {
        Test test = rules.spec().test();
        return ActionOptions.of(rules.timeout(test == null ? null : test.timeout()))
                .withWaitMode(waitMode(null));
    }

    private static Propagation propagation(@Nullable Choice<DeletionPropagation> chosen) {
        DeletionPropagation known =
                chosen == null ? DeletionPropagation.BACKGROUND : chosen.known().orElse(DeletionPropagation.BACKGROUND);
        return switch (known) {
            case BACKGROUND -> Propagation.BACKGROUND;
            case FOREGROUND -> Propagation.FOREGROUND;
            case ORPHAN -> Propagation.ORPHAN;
        };
    }

    private static ServerSide serverSide(@Nullable Choice<ServerSideApply> chosen) {
        ServerSideApply known =
                chosen == null ? ServerSideApply.AUTO : chosen.known().orElse(ServerSideApply.AUTO);
        return switch (known) {
            case ENABLED -> ServerSide.ENABLED;
            case DISABLED -> ServerSide.DISABLED;
            case AUTO -> ServerSide.AUTO;
        };
    }

    private static CrdPolicy crds(@Nullable Choice<CrdsPolicy> chosen, @Nullable Boolean skip) {
        CrdsPolicy otherwise = Boolean.TRUE.equals(skip) ? CrdsPolicy.SKIP : CrdsPolicy.CREATE;
        CrdsPolicy known = chosen == null ? otherwise : chosen.known().orElse(otherwise);
        return switch (known) {
            case SKIP -> CrdPolicy.SKIP;
            case CREATE -> CrdPolicy.CREATE;
            case CREATE_REPLACE -> CrdPolicy.CREATE_REPLACE;
        };
    }

    private WaitMode waitMode(@Nullable Boolean disabled) {
        if (Boolean.TRUE.equals(disabled)) {
            return WaitMode.HOOKS_ONLY;
        }
        HelmReleaseSpec spec = rules.spec();
        WaitStrategyName otherwise = helm3 ? WaitStrategyName.LEGACY : WaitStrategyName.POLLER;
        WaitStrategyName known = spec.waitStrategy() == null
                ? otherwise
                : spec.waitStrategy().name().known().orElse(otherwise);
        return switch (known) {
            case POLLER -> WaitMode.READY;
            case LEGACY -> WaitMode.LEGACY;
        };
    }

    /** Options with switches that a spec turns. */
    private record Switches(ActionOptions options) {
        Switches on(Switch one, @Nullable Boolean wanted) {
            return Boolean.TRUE.equals(wanted) ? new Switches(options.with(one)) : this;
        }

        Switches off(Switch one, @Nullable Boolean wanted) {
            return Boolean.TRUE.equals(wanted) ? new Switches(options.without(one)) : this;
        }
    }
}
