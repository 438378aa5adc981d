package io.fluxj.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns of volumes, claims and their classes. */
final class StorageColumns {
    private static final String UNSET = "<unset>";
    private static final Map<String, String> MODES =
            Map.of("ReadWriteOnce", "RWO", "ReadOnlyMany", "ROX", "ReadWriteMany", "RWX", "ReadWriteOncePod", "RWOP");

    private StorageColumns() {}

    static List<Column> claim() {
        return List.of(
                Column.text("Status", 0, StorageColumns::phase),
                BuiltInColumns.text("Volume", "spec", "volumeName"),
                Column.text("Capacity", 0, o -> bound(o) ? storage(o.path("status")) : ""),
                Column.text("Access Modes", 0, o -> bound(o) ? modes(o.path("status")) : ""),
                BuiltInColumns.text("StorageClass", "spec", "storageClassName"),
                Column.text("VolumeAttributesClass", 0, o -> o.path("spec")
                        .path("volumeAttributesClassName")
                        .asText(UNSET)),
                Columns.age(),
                Column.text(
                        "VolumeMode", 1, o -> o.path("spec").path("volumeMode").asText(UNSET)));
    }

    static List<Column> volume() {
        return List.of(
                Column.text("Capacity", 0, o -> storage(o.path("spec"))),
                Column.text("Access Modes", 0, o -> modes(o.path("spec"))),
                BuiltInColumns.text("Reclaim Policy", "spec", "persistentVolumeReclaimPolicy"),
                Column.text("Status", 0, StorageColumns::phase),
                Column.text("Claim", 0, StorageColumns::claimOf),
                BuiltInColumns.text("StorageClass", "spec", "storageClassName"),
                Column.text("VolumeAttributesClass", 0, o -> o.path("spec")
                        .path("volumeAttributesClassName")
                        .asText(UNSET)),
                BuiltInColumns.text("Reason", "status", "reason"),
                Columns.age(),
                Column.text(
                        "VolumeMode", 1, o -> o.path("spec").path("volumeMode").asText(UNSET)));
    }

    static List<Column> storageClass() {
        return List.of(
                Column.text("Provisioner", 0, o -> o.path("provisioner").asText()),
                Column.text("ReclaimPolicy", 0, o -> o.path("reclaimPolicy").asText("Delete")),
                Column.text(
                        "VolumeBindingMode", 0, o -> o.path("volumeBindingMode").asText("Immediate")),
                Column.text("AllowVolumeExpansion", 0, o -> o.path("allowVolumeExpansion")
                        .asText("false")),
                Columns.age());
    }

    private static boolean bound(ObjectNode claim) {
        return !claim.path("spec").path("volumeName").asText("").isEmpty();
    }

    private static String phase(ObjectNode object) {
        return object.path("metadata").has("deletionTimestamp")
                ? "Terminating"
                : object.path("status").path("phase").asText("");
    }

    private static String storage(JsonNode holder) {
        return holder.path("capacity").path("storage").asText("0");
    }

    private static String modes(JsonNode holder) {
        List<String> out = new ArrayList<>();
        holder.path("accessModes").forEach(mode -> out.add(MODES.getOrDefault(mode.asText(), "")));
        return String.join(",", out);
    }

    private static String claimOf(ObjectNode volume) {
        JsonNode claim = volume.path("spec").path("claimRef");
        return claim.isObject()
                ? claim.path("namespace").asText() + "/" + claim.path("name").asText()
                : "";
    }
}
