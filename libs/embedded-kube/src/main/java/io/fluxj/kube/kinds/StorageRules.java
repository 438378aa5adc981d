package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.InlinedFields;
import io.fluxj.kube.schema.Names;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Rules of volumes, claims and their classes. */
final class StorageRules {
    private static final List<String> MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");

    private StorageRules() {}

    static void claim(JsonNode spec, List<Cause> out) {
        if (spec.path("accessModes").isEmpty()) {
            out.add(Rule.required("spec.accessModes", "at least 1 access mode is required"));
        }
        modes(spec, out);
        JsonNode storage = spec.path("resources").path("requests").path("storage");
        if (storage.isMissingNode()) {
            out.add(Rule.required("spec.resources[storage]"));
        } else if (Quantity.value(storage.asText()).orElse(BigDecimal.ZERO).signum() <= 0) {
            out.add(Rule.invalid("spec.resources[storage]", storage, "must be greater than zero"));
        }
        className(spec, out);
        volumeMode(spec, out);
    }

    private static void modes(JsonNode spec, List<Cause> out) {
        boolean alone = false;
        for (JsonNode mode : spec.path("accessModes")) {
            if (!MODES.contains(mode.asText())) {
                out.add(Rule.unsupported("spec.accessModes", mode.asText(), MODES));
            }
            alone |= mode.asText().equals("ReadWriteOncePod");
        }
        if (alone && spec.path("accessModes").size() > 1) {
            out.add(Rule.forbidden("spec.accessModes", "may not use ReadWriteOncePod with other access modes"));
        }
    }

    private static void className(JsonNode spec, List<Cause> out) {
        String name = spec.path("storageClassName").asText("");
        if (!name.isEmpty()) {
            Names.subdomain(name).ifPresent(m -> out.add(Rule.invalid("spec.storageClassName", name, m)));
        }
    }

    private static void volumeMode(JsonNode spec, List<Cause> out) {
        String mode = spec.path("volumeMode").asText("Filesystem");
        if (!Set.of("Block", "Filesystem").contains(mode)) {
            out.add(Rule.unsupported("spec.volumeMode", mode, List.of("Block", "Filesystem")));
        }
    }

    static void volume(JsonNode spec, List<Cause> out) {
        if (spec.path("accessModes").isEmpty()) {
            out.add(Rule.required("spec.accessModes"));
        }
        modes(spec, out);
        JsonNode capacity = spec.path("capacity");
        if (capacity.isEmpty()) {
            out.add(Rule.required("spec.capacity"));
        }
        if (!capacity.has("storage")) {
            String shown = capacity.isObject() ? Nodes.text(capacity) : "null";
            out.add(new Cause(
                    "FieldValueNotSupported",
                    "Unsupported value: " + shown + ": supported values: \"storage\"",
                    "spec.capacity"));
        }
        reclaim(spec, "spec.persistentVolumeReclaimPolicy", "persistentVolumeReclaimPolicy", true, out);
        sources(spec, out);
        className(spec, out);
        volumeMode(spec, out);
    }

    private static void sources(JsonNode spec, List<Cause> out) {
        List<String> sources = spec.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(field -> InlinedFields.isVolumeSource(field))
                .toList();
        if (sources.isEmpty()) {
            out.add(Rule.required("spec", "must specify a volume type"));
        }
        sources.stream()
                .skip(1)
                .forEach(
                        second -> out.add(Rule.forbidden("spec." + second, "may not specify more than 1 volume type")));
        JsonNode host = spec.path("hostPath");
        if (host.isObject() && host.path("path").asText("").isEmpty()) {
            out.add(Rule.required("spec.hostPath.path"));
        }
        if (host.path("path").asText("").equals("/")
                && spec.path("persistentVolumeReclaimPolicy").asText().equals("Recycle")) {
            out.add(Rule.forbidden(
                    "spec.persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'"));
        }
    }

    private static void reclaim(JsonNode holder, String at, String field, boolean recycle, List<Cause> out) {
        String policy = holder.path(field).asText("");
        List<String> policies = recycle ? List.of("Delete", "Recycle", "Retain") : List.of("Delete", "Retain");
        if (!policy.isEmpty() && !policies.contains(policy)) {
            out.add(Rule.unsupported(at, policy, policies));
        }
    }

    static void storageClass(ObjectNode object, List<Cause> out) {
        String provisioner = object.path("provisioner").asText("");
        if (provisioner.isEmpty()) {
            out.add(Rule.required("provisioner"));
        } else {
            String lower = provisioner.toLowerCase(java.util.Locale.ROOT);
            Names.qualified(lower).ifPresent(m -> out.add(Rule.invalid("provisioner", lower, m)));
        }
        reclaim(object, "reclaimPolicy", "reclaimPolicy", false, out);
        String binding = object.path("volumeBindingMode").asText("");
        List<String> bindings = List.of("Immediate", "WaitForFirstConsumer");
        if (!binding.isEmpty() && !bindings.contains(binding)) {
            out.add(Rule.unsupported("volumeBindingMode", binding, bindings));
        }
    }
}
