package io.fluxj.sandbox;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of Flux is in a cluster already. To follow another repository under the same names would delete everything that came from
 * the one that is followed now, and the sandbox's controllers act on every Flux object there is.
 */
final class Occupancy {

    /** Annotation on what the sandbox makes itself, with the repository that it follows. */
    static final String MARK = "sandbox.fluxj.io/follows";

    private static final String ROOT = "flux-system/flux-system";

    private final List<GenericKubernetesResource> objects = new ArrayList<>();

    private Occupancy(KubernetesClient client) {
        for (var kind : FluxObjects.KINDS) {
            try {
                objects.addAll(client.genericKubernetesResources(kind)
                        .inAnyNamespace()
                        .list()
                        .getItems());
            } catch (KubernetesClientException e) {
                if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    /** Looks at the cluster. */
    static Occupancy of(KubernetesClient client) {
        return new Occupancy(client);
    }

    /**
     * Refuses to take over what the sandbox did not make, or made to follow something else.
     *
     * @param follows what is to be followed
     * @throws SandboxException if something else is there
     */
    void requireFreeFor(String follows) throws SandboxException {
        for (var root : roots()) {
            var mark = mark(root);
            if (mark.isEmpty()) {
                throw new SandboxException(name(root)
                        + " is in the cluster already and was not made by the sandbox (it has "
                        + source(root) + "): the sandbox would overwrite it and delete everything that came from it."
                        + " Use another cluster, or say --take-over if that is what you want");
            }
            if (!mark.get().equals(follows)) {
                throw new SandboxException("the cluster follows " + mark.get() + ": to make it follow " + follows
                        + " would delete everything in it that came from there. Start with what it follows,"
                        + " or say --take-over if that is what you want");
            }
        }
        var others = objects.stream().filter(object -> mark(object).isEmpty()).toList();
        if (roots().isEmpty() && !others.isEmpty()) {
            throw new SandboxException(
                    "the cluster has " + others.size() + " Flux objects that are not the sandbox's, such as "
                            + name(others.getFirst()) + ": the sandbox's controllers would act on them all, and prune."
                            + " Use another cluster, or say --take-over if that is what you want");
        }
    }

    private List<GenericKubernetesResource> roots() {
        return objects.stream().filter(object -> id(object).equals(ROOT)).toList();
    }

    private static Optional<String> mark(GenericKubernetesResource object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations()).map(annotations -> annotations.get(MARK));
    }

    private static String source(GenericKubernetesResource root) {
        var url = root.<Object>get("spec", "url");
        return url == null
                ? "spec.path "
                        + Optional.ofNullable(root.<Object>get("spec", "path")).orElse("./")
                : "spec.url " + withoutSecrets(url.toString());
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/]*@", "//");
    }

    private static String name(GenericKubernetesResource object) {
        return object.getKind() + "/" + id(object);
    }

    private static String id(GenericKubernetesResource object) {
        var metadata = object.getMetadata();
        return metadata.getNamespace() + "/" + metadata.getName();
    }
}
