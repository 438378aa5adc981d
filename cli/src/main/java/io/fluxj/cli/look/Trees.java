package io.fluxj.cli.look;

import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Inventories;
import io.fluxj.cli.object.Objects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grows the trees of what Flux brought: below a Kustomization also what the Kustomizations and HelmReleases in it brought.
 *
 * @param compact whether only Flux's own objects are shown
 */
record Trees(Session session, boolean compact) {
    private static final String FLUX = "toolkit.fluxcd.io";

    Tree of(FluxKind kind, FluxObject object) {
        return of(kind, object, Set.of());
    }

    /** Each object is expanded once on its branch: two Kustomizations may have brought each other. */
    private Tree of(FluxKind kind, FluxObject object, Set<ObjectRef> above) {
        ObjectRef root = ObjectRef.of(kind.apiVersion(), kind.kind(), object.namespace(), object.name());
        Set<ObjectRef> branch = new HashSet<>(above);
        branch.add(root.withVersion(""));
        List<Tree> below = new ArrayList<>();
        for (ObjectRef entry : brought(kind, object)) {
            if (!branch.contains(entry.withVersion(""))
                    && (!compact || entry.group().contains(FLUX))) {
                below.add(expanded(entry, branch).orElseGet(() -> new Tree(entry, List.of())));
            }
        }
        return new Tree(root, below);
    }

    private List<ObjectRef> brought(FluxKind kind, FluxObject object) {
        if (kind == FluxKind.ARTIFACT_GENERATOR) {
            return object.elements("/status/inventory")
                    .map(each -> ObjectRef.of(
                            FluxKind.EXTERNAL_ARTIFACT.apiVersion(),
                            FluxKind.EXTERNAL_ARTIFACT.kind(),
                            each.path("namespace").asText(""),
                            each.path("name").asText("")))
                    .toList();
        }
        return new Inventories(session).of(kind, object);
    }

    private Optional<Tree> expanded(ObjectRef entry, Set<ObjectRef> branch) {
        return FluxKind.ofKind(entry.kind())
                .filter(kind -> kind.api().group().equals(entry.group()))
                .filter(kind -> kind == FluxKind.KUSTOMIZATION || kind == FluxKind.HELM_RELEASE)
                .flatMap(kind -> new Objects(session)
                        .find(kind, entry.namespace(), entry.name())
                        .map(object -> of(kind, object, branch)));
    }
}
