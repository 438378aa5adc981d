package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows where kinds are served. Asks the server once per group and version and again when a kind is missing there, so a
 * kind that a new CRD brings is found. Thread-safe; one per client, shared by all impersonated views of it.
 */
public final class Discovery {
    /** Anything else would lead to another path of the server. */
    private static final Pattern API_VERSION = Pattern.compile("([a-z0-9][a-z0-9.-]*/)?[A-Za-z0-9]+");

    private final Transport transport;
    private final Map<String, Map<String, ServedKind>> served = new ConcurrentHashMap<>();

    Discovery(Transport transport) {
        this.transport = transport;
    }

    /**
     * Where the kind of this object is served.
     *
     * @throws UnknownKindException when the cluster does not serve it
     * @throws ApiException when the server cannot be asked
     */
    public ServedKind resource(ObjectRef ref) {
        ServedKind known = cached(ref);
        if (known != null) {
            return known;
        }
        ServedKind fresh = refresh(ref.apiVersion()).get(ref.kind());
        if (fresh == null) {
            throw new UnknownKindException(ref.apiVersion(), ref.kind());
        }
        return fresh;
    }

    /**
     * The reference as the cluster has it: without the namespace that a manifest may name for an object that lives in none.
     * A kind that the cluster does not serve is left as it is.
     */
    public ObjectRef scoped(ObjectRef ref) {
        if (ref.namespace().isEmpty()) {
            return ref;
        }
        try {
            return resource(ref).namespaced() ? ref : ref.withoutNamespace();
        } catch (UnknownKindException e) {
            return ref;
        }
    }

    /** As {@link #scoped}, as far as it is known without asking the server. */
    public ObjectRef scopedIfKnown(ObjectRef ref) {
        ServedKind known = cached(ref);
        return known == null || known.namespaced() ? ref : ref.withoutNamespace();
    }

    /** Forgets where the kinds of this group and version are served: for a client that was told wrong. */
    public void forget(ObjectRef ref) {
        served.remove(ref.apiVersion());
    }

    private @Nullable ServedKind cached(ObjectRef ref) {
        return served.getOrDefault(ref.apiVersion(), Map.of()).get(ref.kind());
    }

    private Map<String, ServedKind> refresh(String apiVersion) {
        Map<String, ServedKind> kinds = fetch(apiVersion);
        if (kinds.isEmpty()) {
            served.remove(apiVersion);
        } else {
            served.put(apiVersion, kinds);
        }
        return kinds;
    }

    private Map<String, ServedKind> fetch(String apiVersion) {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            return Map.of();
        }
        String root = apiVersion.contains("/") ? "/apis/" : "/api/";
        try {
            return kinds(apiVersion, transport.send(Call.get(root + apiVersion)));
        } catch (ApiException e) {
            if (e.notFound()) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Map<String, ServedKind> kinds(String apiVersion, JsonNode list) {
        Map<String, ServedKind> kinds = new HashMap<>();
        ObjectRef gv = ObjectRef.of(apiVersion, "", "", "");
        for (JsonNode entry : list.path("resources")) {
            String plural = entry.path("name").asText();
            if (!plural.contains("/")) {
                boolean namespaced = entry.path("namespaced").asBoolean();
                kinds.putIfAbsent(
                        entry.path("kind").asText(), new ServedKind(gv.group(), gv.version(), plural, namespaced));
            }
        }
        return Map.copyOf(kinds);
    }
}
