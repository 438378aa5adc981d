package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What metadata may hold. */
final class MetadataRules {
    private static final Set<String> FREE_NAMES = Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding");
    private static final Set<String> LABEL_NAMES = Set.of("Namespace", "Service");
    private static final int MAX_ANNOTATIONS = 256 * 1024;

    private MetadataRules() {}

    static List<Cause> check(ResourceType type, ObjectNode object) {
        List<Cause> out = new ArrayList<>();
        Meta meta = new Meta(object);
        name(type, meta).ifPresent(out::add);
        checkLabels(meta.labels(), "metadata.labels", out);
        annotations(object, out);
        finalizers(type, meta, out);
        owners(meta, out);
        return out;
    }

    private static Optional<Cause> name(ResourceType type, Meta meta) {
        String name = meta.name();
        if (name.isEmpty()) {
            return Optional.of(Rule.required("metadata.name", "name or generateName is required"));
        }
        Optional<String> wrong;
        if (!type.isCustom() && FREE_NAMES.contains(type.kind())) {
            wrong = Names.pathSegment(name);
        } else if (!type.isCustom() && LABEL_NAMES.contains(type.kind())) {
            wrong = Names.label(name);
        } else {
            wrong = Names.subdomain(name);
        }
        return wrong.map(message -> Rule.invalid("metadata.name", name, message));
    }

    static void checkLabels(Map<String, String> labels, String path, List<Cause> out) {
        labels.forEach((key, value) -> {
            Names.qualified(key).ifPresent(m -> out.add(Rule.invalid(path, key, m)));
            Names.labelValue(value).ifPresent(m -> out.add(Rule.invalid(path, value, m)));
        });
    }

    private static void annotations(ObjectNode object, List<Cause> out) {
        long size = 0;
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> e :
                object.path("metadata").path("annotations").properties()) {
            Names.qualified(e.getKey().toLowerCase(java.util.Locale.ROOT))
                    .ifPresent(m -> out.add(Rule.invalid("metadata.annotations", e.getKey(), m)));
            size += e.getKey().length() + e.getValue().asText().length();
        }
        if (size > MAX_ANNOTATIONS) {
            out.add(new Cause(
                    "FieldValueTooLong", "Too long: may not be more than 262144 bytes", "metadata.annotations"));
        }
    }

    private static void finalizers(ResourceType type, Meta meta, List<Cause> out) {
        int index = 0;
        for (String finalizer : meta.finalizers()) {
            String path = "metadata.finalizers[" + index++ + "]";
            Optional<String> wrong = Names.qualified(finalizer);
            if (wrong.isPresent()) {
                out.add(Rule.invalid(path, finalizer, wrong.get()));
            } else if (!type.isCustom()
                    && !finalizer.contains("/")
                    && !Set.of("orphan", "foregroundDeletion", "kubernetes").contains(finalizer)) {
                out.add(Rule.invalid(
                        path, finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
    }

    private static void owners(Meta meta, List<Cause> out) {
        int index = 0;
        boolean controlled = false;
        for (ObjectNode owner : meta.owners()) {
            String path = "metadata.ownerReferences";
            for (String field : List.of("apiVersion", "kind", "name", "uid")) {
                if (Nodes.string(owner, field).isEmpty()) {
                    String message =
                            switch (field) {
                                case "apiVersion" -> "version must not be empty";
                                case "kind" -> "must not be empty";
                                default -> "must not be empty";
                            };
                    out.add(Rule.invalid(path + "[" + index + "]." + field, "", message));
                }
            }
            if (owner.path("controller").asBoolean()) {
                if (controlled) {
                    out.add(Rule.invalid(
                            path,
                            Nodes.text(owner),
                            "Only one reference can have Controller set to true. Found \"true\" in references for "
                                    + owner.path("name").asText()));
                }
                controlled = true;
            }
            index++;
        }
    }

    static List<Cause> changes(ObjectNode live, ObjectNode next) {
        List<Cause> out = new ArrayList<>();
        Meta before = new Meta(live);
        Meta after = new Meta(next);
        if (before.deleting()) {
            List<String> added = new ArrayList<>(after.finalizers());
            added.removeAll(before.finalizers());
            if (!added.isEmpty()) {
                out.add(new Cause(
                        "FieldValueForbidden",
                        "Forbidden: no new finalizers can be added if the object is being deleted, found new"
                                + " finalizers []string{\"" + String.join("\", \"", added) + "\"}",
                        "metadata.finalizers"));
            }
        }
        return out;
    }
}
