package io.fluxj.notification.receiver.hook;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.json.Absent;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1.ReceiverResource;
import io.fluxj.notification.NotificationController;
import io.fluxj.runtime.client.MergePatches;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a pass over objects, by the annotation {@code reconcile.fluxcd.io/requestedAt}. */
final class Waking {
    private static final Logger LOG = LoggerFactory.getLogger("receiver-server");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9][a-z0-9.-]{0,252}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";
    private static final String ANY = "*";

    /** Labels that are given and name none pick every object. */
    private static final Absent ABSENT = new Absent();

    private static final int NOT_FOUND = 404;

    private final KubernetesClient client;
    private final RequestToken tokens;
    private final boolean noCrossNamespaceRefs;

    Waking(KubernetesClient client, RequestToken tokens, boolean noCrossNamespaceRefs) {
        this.client = client;
        this.tokens = tokens;
        this.noCrossNamespaceRefs = noCrossNamespaceRefs;
    }

    /** Wakes all objects that a call is about; says whether none failed. */
    boolean wakeAll(Receiver receiver, ObjectFilter filter) {
        List<ReceiverResource> resources = receiver.getSpec().resources();
        boolean all = true;
        for (int entry = 0; entry < resources.size(); entry++) {
            try {
                wake(receiver, resources.get(entry), entry, filter);
            } catch (WakeFailure failed) {
                all = false;
                HookLog.error(receiver, "unable to request reconciliation", String.valueOf(failed.getMessage()));
            }
        }
        return all;
    }

    private void wake(Receiver receiver, ReceiverResource resource, int entry, ObjectFilter filter) throws WakeFailure {
        String own = receiver.getMetadata().getNamespace();
        if (noCrossNamespaceRefs && !ObjectPlace.namespace(resource, own).equals(own)) {
            throw new WakeFailure("cross-namespace references are not allowed");
        }
        ObjectPlace place = ObjectPlace.of(resource, own);
        if (resource.name().equals(ANY)) {
            wakeLabelled(receiver, resource, place, object -> filter.passes(entry, object));
        } else if (filter.passesAll(entry)) {
            annotate(place, resource.name());
        } else if (filter.passes(entry, read(place, resource.name()))) {
            annotate(place, resource.name());
        }
    }

    @FunctionalInterface
    private interface Passing {
        boolean test(GenericKubernetesResource object) throws WakeFailure;
    }

    private void wakeLabelled(Receiver receiver, ReceiverResource resource, ObjectPlace place, Passing passing)
            throws WakeFailure {
        Object labels = resource.matchLabels();
        if (ABSENT.equals(labels)) {
            throw new WakeFailure("matchLabels field not set when using wildcard '*' as name");
        }
        List<GenericKubernetesResource> found = list(place, resource.matchLabels());
        if (found.isEmpty()) {
            HookLog.error(receiver, "error annotating resources", nothingFound(resource, place));
        }
        for (GenericKubernetesResource object : found) {
            if (passing.test(object)) {
                annotate(place, object.getMetadata().getName());
            }
        }
    }

    private static String nothingFound(ReceiverResource resource, ObjectPlace place) {
        String labels = new TreeMap<>(resource.matchLabels())
                .entrySet().stream()
                        .map(label -> quoted(label.getKey()) + ":" + quoted(label.getValue()))
                        .collect(Collectors.joining(" ", "map[", "]"));
        return "no %s resources found with matching labels %s' in %s namespace"
                .formatted(quoted(place.kindName()), labels, quoted(place.namespace()));
    }

    private List<GenericKubernetesResource> list(ObjectPlace place, Map<String, String> labels) throws WakeFailure {
        boolean possible = labels.entrySet().stream()
                .allMatch(label -> LABEL_KEY.matches(label.getKey()) && LABEL_VALUE.matches(label.getValue()));
        if (!possible) {
            return List.of();
        }
        try {
            return client.genericKubernetesResources(place.kind())
                    .inNamespace(place.namespace())
                    .withLabels(labels)
                    .list()
                    .getItems();
        } catch (KubernetesClientException refused) {
            throw new WakeFailure("failed listing resources in namespace %s by matching labels: %s"
                    .formatted(quoted(place.namespace()), refused.getMessage()));
        }
    }

    private GenericKubernetesResource read(ObjectPlace place, String name) throws WakeFailure {
        try {
            GenericKubernetesResource found = client.genericKubernetesResources(place.kind())
                    .inNamespace(place.namespace())
                    .withName(name)
                    .get();
            if (found == null) {
                throw missing(place, name);
            }
            return found;
        } catch (KubernetesClientException refused) {
            throw unreadable(place, name, String.valueOf(refused.getMessage()));
        }
    }

    private void annotate(ObjectPlace place, String name) throws WakeFailure {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").putObject("annotations").put(REQUESTED_AT, tokens.next());
        try {
            var _ = new MergePatches<>(
                            client, place.kind(), GenericKubernetesResource.class, NotificationController.NAME)
                    .patch(place.namespace(), name, patch);
        } catch (KubernetesClientException refused) {
            throw isMissing(refused)
                    ? missing(place, name)
                    : new WakeFailure("failed to annotate resource: '%s/%s.%s': %s"
                            .formatted(place.kindName(), name, place.namespace(), refused.getMessage()));
        }
        LOG.atInfo().log(() -> "resource '%s/%s.%s' annotated".formatted(place.kindName(), name, place.namespace()));
    }

    private static boolean isMissing(KubernetesClientException refused) {
        Status status = refused.getStatus();
        return refused.getCode() == NOT_FOUND
                && (status == null
                        || status.getDetails() == null
                        || status.getDetails().getName() != null);
    }

    private static WakeFailure missing(ObjectPlace place, String name) {
        return unreadable(
                place,
                name,
                "%s.%s %s not found".formatted(place.kindName(), place.kind().getGroup(), quoted(name)));
    }

    private static WakeFailure unreadable(ObjectPlace place, String name, String why) {
        return new WakeFailure("unable to read %s %s error: %s"
                .formatted(place.kindName(), quoted(place.namespace() + "/" + name), why));
    }
}
