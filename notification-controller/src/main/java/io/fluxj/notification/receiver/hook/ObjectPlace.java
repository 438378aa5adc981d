package io.fluxj.notification.receiver.hook;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.google.re2j.Pattern;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.api.Kinds;
import io.fluxj.api.notification.v1.ReceiverResource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the objects of an entry of {@code spec.resources} are.
 *
 * @param kind of the API
 * @param namespace of them
 */
record ObjectPlace(ResourceDefinitionContext kind, String namespace) {
    /** Anything else would lead to another path of the server. */
    private static final Pattern API_VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]*/v[0-9][a-z0-9]*");

    /** Kinds whose version need not be said. Source: behaviour §4.3. */
    private static final Set<String> KNOWN = Set.of(
            "Bucket",
            "HelmChart",
            "HelmRepository",
            "GitRepository",
            "OCIRepository",
            "ImageRepository",
            "ArtifactGenerator",
            "ExternalArtifact");

    private static final Map<String, String> PLURALS =
            Kinds.all().stream().collect(Collectors.toUnmodifiableMap(HasMetadata::getKind, HasMetadata::getPlural));
    private static final Map<String, String> VERSIONS = Kinds.all().stream()
            .collect(Collectors.toUnmodifiableMap(HasMetadata::getKind, HasMetadata::getApiVersion));

    /**
     * Where they are.
     *
     * @param own namespace of the Receiver
     * @throws WakeFailure when that is not known
     */
    static ObjectPlace of(ReceiverResource resource, String own) throws WakeFailure {
        String kind = resource.kind().text();
        String apiVersion = apiVersion(resource, kind);
        int slash = apiVersion.indexOf('/');
        String plural = PLURALS.get(kind);
        if (plural == null || !API_VERSION.matcher(apiVersion).matches()) {
            throw new WakeFailure("no matches for kind %s in version %s".formatted(quoted(kind), quoted(apiVersion)));
        }
        return new ObjectPlace(
                new ResourceDefinitionContext.Builder()
                        .withGroup(apiVersion.substring(0, slash))
                        .withVersion(apiVersion.substring(slash + 1))
                        .withKind(kind)
                        .withPlural(plural)
                        .withNamespaced(true)
                        .build(),
                namespace(resource, own));
    }

    /** The namespace that an entry names, or else that of the Receiver. */
    static String namespace(ReceiverResource resource, String own) {
        String namespace = resource.namespace();
        return namespace == null || namespace.isEmpty() ? own : namespace;
    }

    private static String apiVersion(ReceiverResource resource, String kind) throws WakeFailure {
        String given = resource.apiVersion();
        if (given != null && !given.isEmpty()) {
            return given;
        }
        if (!KNOWN.contains(kind)) {
            throw new WakeFailure("apiVersion must be specified for kind " + quoted(kind));
        }
        return VERSIONS.getOrDefault(kind, "");
    }

    String kindName() {
        return kind.getKind();
    }
}
