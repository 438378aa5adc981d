package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Does what a request asks of a resource. */
final class ResourceHandler {
    private final Objects objects;
    private final Patches patches;
    private final Lists lists;
    private final Watches watches;
    private final Subresource subresources;
    private final Reviews reviews;

    ResourceHandler(Objects objects, Subresource subresources, Reviews reviews, Watches watches, Lists lists) {
        this.objects = objects;
        this.patches = new Patches(objects);
        this.lists = lists;
        this.watches = watches;
        this.subresources = subresources;
        this.reviews = reviews;
    }

    HttpResponse handle(RequestInfo info, HttpRequest request, User user) {
        ResourceType type = objects.core()
                .catalog()
                .find(info.group(), info.version(), info.plural())
                .orElseThrow(() -> noSuch(info));
        return Deprecations.warned(objects.core().catalog(), type, handle(info, type, request, user));
    }

    private HttpResponse handle(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        if (type.namespaced() && info.namespace().isEmpty() && needsNamespace(info)) {
            throw ApiError.noSuchResource();
        }
        if (!type.namespaced() && !info.namespace().isEmpty() && !info.plural().equals("namespaces")) {
            throw type.isCustom() ? ApiError.pageNotFound() : ApiError.noSuchResource();
        }
        if (reviews.isReview(type)) {
            return reviews.review(info, type, request, user);
        }
        Names.pathSegment(info.name()).ifPresent(problem -> {
            throw ApiError.badRequest("Name parameter invalid: \"" + info.name() + "\": " + problem);
        });
        if (!info.subresource().isEmpty()
                && (!type.subresources().contains(info.subresource())
                        || info.name().isEmpty())) {
            throw type.isCustom() ? ApiError.notFound(type.name(), info.name()) : ApiError.noSuchResource();
        }
        if (info.subresource().isEmpty() && !type.verbs().contains(info.verb())) {
            throw ApiError.methodNotAllowed();
        }
        if (subresources.handles(info.subresource())) {
            return subresources.handle(info, type, request, user);
        }
        if (!type.isCustom()) {
            Accepted.check(request, info.verb().equals("list") || info.verb().equals("watch"));
        }
        return verb(info, type, request, user);
    }

    private ApiError noSuch(RequestInfo info) {
        boolean known = info.group().isEmpty()
                || objects.core().catalog().groups().getOrDefault(info.group(), List.of()).stream()
                        .flatMap(version -> objects.core().catalog().in(info.group(), version).stream())
                        .anyMatch(type -> !type.isCustom() || type.version().equals(info.version()));
        return known ? ApiError.noSuchResource() : ApiError.pageNotFound();
    }

    private static boolean needsNamespace(RequestInfo info) {
        return !info.name().isEmpty()
                || info.verb().equals("create")
                || info.verb().equals("deletecollection");
    }

    private HttpResponse verb(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        return switch (info.verb()) {
            case "get" -> get(info, type, request, user);
            case "list" -> Answers.object(request, 200, lists.list(info, type, request), List.of());
            case "watch" -> watches.watch(info, type, request);
            case "create" -> create(info, type, request, user);
            case "update" -> update(info, type, request, user);
            case "patch" -> {
                Target target = target(info, type, request, user, "PatchOptions");
                yield written(request, target, () -> patches.patch(target, request));
            }
            case "delete" -> delete(info, type, request, user);
            case "deletecollection" -> deleteCollection(info, type, request, user);
            default -> throw ApiError.methodNotAllowed();
        };
    }

    static Target target(RequestInfo info, ResourceType type, HttpRequest request, User user, String options) {
        return new Target(
                type,
                new Key(info.namespace(), info.name()),
                info.subresource(),
                user,
                WriteOptions.of(request, options),
                new ArrayList<>());
    }

    private HttpResponse get(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        Revisions.check(objects.core().store(), request.parameter("resourceVersion"));
        ObjectNode object = objects.get(target(info, type, request, user, "GetOptions"));
        return Answers.object(request, 200, Presentation.of(request).one(type, object), List.of());
    }

    private HttpResponse create(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        if (!info.name().isEmpty()) {
            throw ApiError.methodNotAllowed();
        }
        Target target = target(info, type, request, user, "CreateOptions");
        return written(
                request,
                target,
                () -> objects.create(Bodies.checked(target, request), Bodies.read(objects.core(), request)));
    }

    private HttpResponse update(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        if (info.name().isEmpty()) {
            throw ApiError.methodNotAllowed();
        }
        Target target = target(info, type, request, user, "UpdateOptions");
        return written(
                request,
                target,
                () -> objects.update(Bodies.checked(target, request), Bodies.read(objects.core(), request)));
    }

    /** A client is warned of what it sent also when it is refused for something else. */
    private static HttpResponse written(HttpRequest request, Target target, Supplier<Objects.Written> write) {
        try {
            return written(request, target, write.get());
        } catch (ApiError e) {
            throw target.warnings().isEmpty() ? e : e.withWarnings(target.warnings());
        }
    }

    static HttpResponse written(HttpRequest request, Target target, Objects.Written written) {
        ObjectNode shown = Presentation.of(request).one(target.type(), written.object());
        return Answers.object(request, written.created() ? 201 : 200, shown, target.warnings());
    }

    private HttpResponse delete(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        DeleteOptions options = DeleteOptions.of(request, Bodies.readOptional(objects.core(), request));
        Target target = target(info, type, request, user, "DeleteOptions");
        return Answers.object(request, 200, objects.removal().delete(target, options), List.of());
    }

    private HttpResponse deleteCollection(RequestInfo info, ResourceType type, HttpRequest request, User user) {
        DeleteOptions options = DeleteOptions.of(request, Bodies.readOptional(objects.core(), request));
        Selection selection = Selection.of(info, type, request);
        List<ObjectNode> gone = new ArrayList<>();
        objects.core().store().list(type.stored(), info.namespace()).objects().forEach(stored -> {
            ObjectNode object = objects.view(type, stored.object());
            if (selection.matches(object)) {
                Target target =
                        target(info, type, request, user, "DeleteOptions").withKey(new Meta(object).key());
                deleteQuietly(target, options);
                gone.add(object);
            }
        });
        ObjectNode metadata = Nodes.object()
                .put("resourceVersion", Long.toString(objects.core().store().revision()));
        return Answers.object(request, 200, Presentation.of(request).list(type, gone, metadata), List.of());
    }

    private void deleteQuietly(Target target, DeleteOptions options) {
        try {
            objects.removal().delete(target, options);
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound")) {
                throw e;
            }
        }
    }
}
