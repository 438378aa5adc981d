package io.fluxj.notification.alert;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.notification.event.Involved;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API for the labels of objects. */
public final class ClusterLabels implements LiveLabels {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterLabels.class);

    private final KubernetesClient client;

    /** Asks through {@code client}. */
    public ClusterLabels(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Map<String, String>> of(Involved object) {
        try {
            GenericKubernetesResource found = client.genericKubernetesResources(kind(object))
                    .inNamespace(object.namespace())
                    .withName(object.name())
                    .get();
            return Optional.ofNullable(found).map(known -> {
                Map<String, String> labels = known.getMetadata().getLabels();
                return labels == null ? Map.of() : labels;
            });
        } catch (KubernetesClientException | IllegalArgumentException unreadable) {
            LOG.atError()
                    .addKeyValue("error", String.valueOf(unreadable.getMessage()))
                    .log("error getting the involved object");
            return Optional.empty();
        }
    }

    private static ResourceDefinitionContext kind(Involved object) {
        String version = object.apiVersion().substring(object.apiVersion().indexOf('/') + 1);
        return new ResourceDefinitionContext.Builder()
                .withGroup(object.group())
                .withVersion(version)
                .withKind(object.kind())
                .withPlural(plural(object.kind().toLowerCase(Locale.ROOT)))
                .withNamespaced(true)
                .build();
    }

    /** Of the kinds that Alerts may name, none has another one. */
    private static String plural(String kind) {
        return kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    }
}
