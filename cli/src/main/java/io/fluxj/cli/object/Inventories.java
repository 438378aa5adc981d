package io.fluxj.cli.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Secret;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.inventory.InventoryEntry;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.release.ReleaseCodec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Kustomizations and HelmReleases brought into the cluster. */
public record Inventories(Session session) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What an object brought: the inventory of its status; of a release without one, the objects of its record. */
    public List<ObjectRef> of(FluxKind kind, FluxObject object) {
        List<ObjectRef> listed = object.elements("/status/inventory/entries")
                .map(entry -> new InventoryEntry(
                        entry.path("id").asText(""), entry.path("v").asText("")))
                .map(InventoryEntry::ref)
                .toList();
        return listed.isEmpty() && kind == FluxKind.HELM_RELEASE ? ofRelease(object) : listed;
    }

    private List<ObjectRef> ofRelease(FluxObject release) {
        boolean elsewhere = !release.at("/spec/kubeConfig").isMissingNode();
        String name = release.text("/status/history/0/name");
        String namespace = release.text("/status/storageNamespace");
        if (elsewhere || name.isEmpty()) {
            return List.of();
        }
        String record = "sh.helm.release.v1.%s.v%d"
                .formatted(name, release.at("/status/history/0/version").asLong());
        Secret secret = session.client()
                .secrets()
                .inNamespace(namespace.isEmpty() ? release.namespace() : namespace)
                .withName(record)
                .get();
        return secret == null
                ? List.of()
                : ReleaseObjects.of(manifest(secret), release.text("/status/history/0/namespace"), session);
    }

    private static String manifest(Secret secret) {
        String data = Optional.ofNullable(secret.getData()).orElse(Map.of()).getOrDefault("release", "");
        try {
            String json = ReleaseCodec.json(Base64.getDecoder().decode(data));
            return MAPPER.readTree(json).path("manifest").asText("");
        } catch (HelmException | JsonProcessingException | IllegalArgumentException e) {
            throw new CommandFailure(
                    "the release record %s cannot be read: %s"
                            .formatted(secret.getMetadata().getName(), e.getMessage()),
                    e);
        }
    }
}
