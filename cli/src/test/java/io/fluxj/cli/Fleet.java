package io.fluxj.cli;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.testkit.KubeCluster;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Objects of a test, written as users and controllers leave them: spec and status in one YAML document. */
public record Fleet(KubeCluster cluster) {

    /** Makes the objects of a YAML text in the test's namespace, or in the one they name; what they have as status is written, too. */
    public void has(String yaml) {
        for (String document : yaml.split("(?m)^---\\s*$", -1)) {
            if (!document.isBlank()) {
                make(Serialization.unmarshal(document, GenericKubernetesResource.class));
            }
        }
    }

    private void make(GenericKubernetesResource wanted) {
        if (wanted.getMetadata().getNamespace() == null) {
            wanted.getMetadata().setNamespace(cluster.namespace());
        }
        Object status = wanted.getAdditionalProperties().get("status");
        var resource = cluster.client().resource(wanted);
        GenericKubernetesResource made = resource.create();
        if (status != null) {
            made.getAdditionalProperties().put("status", status);
            cluster.client().resource(made).updateStatus();
        }
    }

    /** Loads any objects of Kubernetes. */
    public void hasBuiltIn(String yaml) {
        List<HasMetadata> objects = cluster.client()
                .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items();
        objects.forEach(object -> cluster.client()
                .resource(object)
                .inNamespace(cluster.namespace())
                .create());
    }
}
