package io.fluxj.deploy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be installed.
 *
 * @param namespace where; cluster-wide names end in it
 * @param controllers which, with the kinds they bring
 * @param images where their images come from
 * @param flags flags of all of them
 * @param networkPolicies whether NetworkPolicies come along
 * @param tolerationKeys taints with these keys are tolerated
 * @param additions what else
 */
public record InstallSettings(
        String namespace,
        Set<Controller> controllers,
        Images images,
        CommonFlags flags,
        boolean networkPolicies,
        List<String> tolerationKeys,
        Set<Addition> additions) {

    /** @throws IllegalArgumentException when the namespace cannot be one, or no controller is named */
    public InstallSettings {
        if (!namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException("'%s' cannot be the name of a namespace".formatted(namespace));
        }
        if (controllers.isEmpty()) {
            throw new IllegalArgumentException("an installation needs at least one controller");
        }
        controllers = EnumSet.copyOf(controllers);
        tolerationKeys = List.copyOf(tolerationKeys);
        additions = additions.isEmpty() ? EnumSet.noneOf(Addition.class) : EnumSet.copyOf(additions);
    }

    /** What {@code deploy/kustomize/install} gives. */
    public static InstallSettings usual() {
        return new InstallSettings(
                "flux-system",
                Controller.usual(),
                Images.published(),
                CommonFlags.usual(),
                true,
                List.of(),
                EnumSet.noneOf(Addition.class));
    }

    public InstallSettings withNamespace(String other) {
        return new InstallSettings(other, controllers, images, flags, networkPolicies, tolerationKeys, additions);
    }

    public InstallSettings withControllers(Set<Controller> others) {
        return new InstallSettings(namespace, others, images, flags, networkPolicies, tolerationKeys, additions);
    }

    public InstallSettings withImages(Images others) {
        return new InstallSettings(namespace, controllers, others, flags, networkPolicies, tolerationKeys, additions);
    }

    public InstallSettings withFlags(CommonFlags others) {
        return new InstallSettings(namespace, controllers, images, others, networkPolicies, tolerationKeys, additions);
    }

    public InstallSettings withNetworkPolicies(boolean wanted) {
        return new InstallSettings(namespace, controllers, images, flags, wanted, tolerationKeys, additions);
    }

    public InstallSettings withTolerationKeys(List<String> keys) {
        return new InstallSettings(namespace, controllers, images, flags, networkPolicies, keys, additions);
    }

    public InstallSettings withAdditions(Set<Addition> others) {
        return new InstallSettings(namespace, controllers, images, flags, networkPolicies, tolerationKeys, others);
    }
}
