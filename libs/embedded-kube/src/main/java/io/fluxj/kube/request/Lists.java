package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.store.ObjectStore;
import io.fluxj.kube.store.Stored;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists, whole or page by page. The pages of one list show one moment, as long as it is remembered. */
final class Lists {
    private static final int REMEMBERED = 100;

    private final Objects objects;
    private final Map<Long, ObjectStore.Snapshot> pages = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ObjectStore.Snapshot> eldest) {
            return size() > REMEMBERED;
        }
    };

    Lists(Objects objects) {
        this.objects = objects;
    }

    ObjectNode list(RequestInfo info, ResourceType type, HttpRequest request) {
        Selection selection = Selection.of(info, type, request);
        ListOptions.check(request, false);
        long limit = ListOptions.number(request, "limit");
        String token = request.parameter("continue");
        ObjectStore.Snapshot snapshot = token.isEmpty() ? begin(info, type, request) : resume(token);
        String after = token.isEmpty() ? "" : key(token);
        List<ObjectNode> page = new ArrayList<>();
        String last = "";
        long remaining = 0;
        for (Stored stored : snapshot.objects()) {
            String key = new io.fluxj.kube.api.Meta(stored.object()).key().path();
            ObjectNode object = objects.view(type, stored.object());
            boolean behind = !after.isEmpty() && key.compareTo(after) <= 0;
            if (!behind && limit > 0 && page.size() == limit) {
                // The real server does not look whether the selectors match what it does not read.
                remaining++;
            } else if (!behind && selection.matches(object)) {
                page.add(object);
                last = key;
            }
        }
        boolean selective = !request.parameter("labelSelector").isEmpty()
                || !request.parameter("fieldSelector").isEmpty();
        ObjectNode metadata = metadata(snapshot, last, remaining, selective);
        if (type.isCustom() && Presentation.of(request).whole() && !metadata.has("continue")) {
            metadata.put("continue", "");
        }
        return Presentation.of(request).list(type, page, metadata);
    }

    private ObjectStore.Snapshot begin(RequestInfo info, ResourceType type, HttpRequest request) {
        ObjectStore store = objects.core().store();
        long version = Revisions.check(store, request.parameter("resourceVersion"));
        if (!request.parameter("resourceVersionMatch").equals("Exact")) {
            return store.list(type.stored(), info.namespace());
        }
        return store.listAt(type.stored(), info.namespace(), version)
                .orElseThrow(() -> ApiError.expired("The resourceVersion for the provided list is too old."));
    }

    private ObjectNode metadata(ObjectStore.Snapshot snapshot, String last, long remaining, boolean selective) {
        ObjectNode out = Nodes.object().put("resourceVersion", Long.toString(snapshot.revision()));
        if (remaining > 0) {
            synchronized (pages) {
                pages.put(snapshot.revision(), snapshot);
            }
            String token = "{\"v\":\"meta.k8s.io/v1\",\"rv\":" + snapshot.revision() + ",\"start\":"
                    + Nodes.text(Nodes.FACTORY.textNode(last)) + "}";
            out.put(
                    "continue",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8)));
            if (!selective) {
                out.put("remainingItemCount", remaining);
            }
        }
        return out;
    }

    private ObjectStore.Snapshot resume(String token) {
        long revision = decode(token).path("rv").asLong(-1);
        synchronized (pages) {
            ObjectStore.Snapshot snapshot = pages.get(revision);
            if (snapshot == null) {
                throw ApiError.expired(
                        "The provided continue parameter is too old to display a consistent list result. You can start"
                                + " a new list without the continue parameter, or use the continue token in this response"
                                + " to retrieve the remainder of the results. Continuing with the provided token results"
                                + " in an inconsistent list - objects that were created, modified, or deleted between the"
                                + " time the first chunk was returned and now may show up in the list.");
            }
            return snapshot;
        }
    }

    private static String key(String token) {
        return decode(token).path("start").asText();
    }

    private static com.fasterxml.jackson.databind.JsonNode decode(String token) {
        try {
            return Nodes.parse(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException | java.io.IOException e) {
            throw ApiError.badRequest("continue key is not valid: illegal base64 data at input byte 0");
        }
    }

    void forgetPages() {
        synchronized (pages) {
            pages.clear();
        }
    }
}
