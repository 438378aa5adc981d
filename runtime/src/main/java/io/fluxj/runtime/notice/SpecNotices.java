package io.fluxj.runtime.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of a spec what no condition shows, in events: once for each generation, which is when the generation has not been observed yet. A process that starts
 * while an object still fails says it again.
 *
 * @param <R> the kind
 */
public final class SpecNotices<R extends CustomResource<?, ?>> {
    private static final Logger LOG = LoggerFactory.getLogger(SpecNotices.class);

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final KubernetesClient client;
    private final Class<R> kind;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    /** Of one kind. */
    public SpecNotices(KubernetesClient client, Class<R> kind) {
        this.client = client;
        this.kind = kind;
    }

    /**
     * Says it, unless it was said already.
     *
     * @param observed the generation that the status has observed
     * @param idle paths of fields without effect
     * @param atDefault fields whose value is that of their default
     */
    public void tell(Pass<R, ?> pass, long observed, List<String> idle, List<AssumedValue> atDefault) {
        Long generation = pass.object().getMetadata().getGeneration();
        if (generation == null || generation == observed || (idle.isEmpty() && atDefault.isEmpty())) {
            return;
        }
        Long before = told.put(pass.object().getMetadata().getUid(), generation);
        if (!generation.equals(before)) {
            tellIdle(pass, idle);
            tellAssumed(pass, atDefault);
        }
    }

    /** The object is gone. */
    public void forget(R object) {
        told.remove(object.getMetadata().getUid());
    }

    private void tellIdle(Pass<R, ?> pass, List<String> idle) {
        if (!idle.isEmpty()) {
            String message = "no effect in " + HasMetadata.getApiVersion(kind) + ", remove from the manifest: "
                    + String.join(", ", idle);
            pass.emit(Severity.WARNING, NoticeReason.FIELD_WITHOUT_EFFECT, message, Map.of());
        }
    }

    private void tellAssumed(Pass<R, ?> pass, List<AssumedValue> atDefault) {
        if (atDefault.isEmpty()) {
            return;
        }
        String message = origins(pass.object()).stream()
                .flatMap(origins -> atDefault.stream().filter(value -> origins.isFilledIn(value.field())))
                .map(AssumedValue::said)
                .collect(Collectors.joining("; "));
        if (!message.isEmpty()) {
            pass.emit(Severity.INFO, NoticeReason.VALUE_ASSUMED, message, Map.of());
        }
    }

    /**
     * Objects are read without their managed fields everywhere else, so this reads the text. Of another generation the next pass
     * will tell.
     */
    private Optional<DefaultedFields> origins(R object) {
        ObjectMeta known = object.getMetadata();
        try {
            return Optional.ofNullable(client.raw(path(known)))
                    .map(SpecNotices::metadata)
                    .filter(read -> known.getGeneration().equals(read.getGeneration()))
                    .map(DefaultedFields::of);
        } catch (KubernetesClientException refused) {
            LOG.atDebug()
                    .addKeyValue("error", String.valueOf(refused.getMessage()))
                    .log("cannot tell which values were assumed");
            return Optional.empty();
        }
    }

    private String path(ObjectMeta object) {
        return "/apis/%s/namespaces/%s/%s/%s"
                .formatted(
                        HasMetadata.getApiVersion(kind),
                        object.getNamespace(),
                        HasMetadata.getPlural(kind),
                        object.getName());
    }

    private static ObjectMeta metadata(String object) {
        try {
            return JSON.treeToValue(JSON.readTree(object).path("metadata"), ObjectMeta.class);
        } catch (JsonProcessingException broken) {
            throw new KubernetesClientException("the API's answer is no object", broken);
        }
    }
}
