package io.fluxj.api.kustomize.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Builds a directory of a source with kustomize, applies the result to a cluster, and keeps it that way. */
@Group("kustomize.toolkit.fluxcd.io")
@Version("v1")
@Kind("Kustomization")
@Plural("kustomizations")
@Singular("kustomization")
@ShortNames("ks")
public final class Kustomization extends CustomResource<KustomizationSpec, KustomizationStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public Kustomization() {}
}
