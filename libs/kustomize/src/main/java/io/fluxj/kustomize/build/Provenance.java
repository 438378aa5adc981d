package io.fluxj.kustomize.build;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.resource.BuildAnnotations;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.NodeText;
import io.fluxj.kustomize.yaml.Tags;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** Writes and reads the annotations that say where objects came from and what changed them. */
final class Provenance {

    private static final Bounds BOUNDS = new Bounds(100_000, 50);
    private static final FieldSpec ANNOTATIONS = FieldSpec.anywhere("metadata/annotations", true);

    private Provenance() {}

    /** Notes the file that objects were read from, beside the annotations that they have; null is none. */
    static void read(List<Resource> objects, Origin origin) {
        FieldWalk walk = FieldWalk.creating(
                Node.Kind.MAPPING, Tags.MAP, Setter.entry(BuildAnnotations.ORIGIN, origin.text(), Tags.STRING));
        objects.forEach(object -> walk.apply(object.root(), ANNOTATIONS));
    }

    /** Notes where an object was made, unless that is known already. */
    static void generated(Resource resource, Origin origin) {
        if (resource.annotation(BuildAnnotations.ORIGIN).isEmpty()) {
            resource.marks().putOrigin(origin.text());
        }
    }

    /** Notes what changed objects; those of unknown origin are taken to be made by it. */
    static void transformed(List<Resource> resources, Origin origin) {
        for (Resource resource : resources) {
            if (resource.isGone()) {
                continue;
            }
            if (resource.annotation(BuildAnnotations.ORIGIN).isEmpty()) {
                resource.marks().putOrigin(origin.text());
            } else {
                addTransformation(resource, origin);
            }
        }
    }

    private static void addTransformation(Resource resource, Origin origin) {
        Node list = Node.sequence();
        resource.annotation(BuildAnnotations.TRANSFORMATIONS)
                .flatMap(Provenance::parsed)
                .ifPresent(known -> list.content().addAll(known.content()));
        list.content().add(origin.fields().node());
        resource.marks().putTransformations(NodeText.of(list));
    }

    private static Optional<Node> parsed(String text) {
        try {
            return Optional.ofNullable(YamlReader.read(text, BOUNDS, 1));
        } catch (YamlException e) {
            return Optional.empty();
        }
    }

    /** Origin of a plugin's configuration, if it is known. */
    static Optional<Origin> ofPlugin(Resource plugin) {
        return plugin.annotation(BuildAnnotations.ORIGIN).map(text -> {
            Fields fields = Fields.lenient(KustomizationReader.parse(text, BOUNDS), "");
            Origin origin = new Origin(
                    fields.text("path"), fields.text("repo"), fields.text("ref"), "", Origin.Configured.NOTHING);
            return origin.configuredHere(
                    new Origin.Configured(plugin.apiVersion(), plugin.kind(), plugin.name(), plugin.namespace()));
        });
    }
}
