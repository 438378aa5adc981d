package io.fluxj.kube.request;

import io.fluxj.kube.access.Attributes;
import io.fluxj.kube.access.Credentials;
import io.fluxj.kube.access.Denial;
import io.fluxj.kube.access.Impersonation;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.access.ServiceAccountTokens;
import io.fluxj.kube.access.User;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.fault.Faults;
import io.fluxj.kube.http.HttpHandler;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request comes in here: who asks, may they, and who answers. */
public final class ApiServer implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final Credentials credentials;
    private final Impersonation impersonation;
    private final Rbac rbac;
    private final ResourceHandler resources;
    private final Pages pages;
    private final Faults faults;
    private final Watches watches;
    private final Lists lists;
    private final Core core;

    /** Serves the core's objects. */
    public ApiServer(
            Core core,
            Objects objects,
            Credentials credentials,
            ServiceAccountTokens tokens,
            Rbac rbac,
            Faults faults) {
        this.core = core;
        this.credentials = credentials;
        this.rbac = rbac;
        this.faults = faults;
        this.impersonation = new Impersonation(rbac);
        this.watches = new Watches(objects);
        this.lists = new Lists(objects);
        this.resources = new ResourceHandler(
                objects, new Subresource(objects, tokens), new Reviews(core, rbac, credentials), watches, lists);
        this.pages = new Pages(core);
    }

    /** Ends every watch now. */
    public void cutWatches() {
        watches.cut();
    }

    /** Makes every older resource version and continue token unknown. */
    public void compact() {
        core.store().compact();
        lists.forgetPages();
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        try {
            Optional<HttpResponse> fault = faults.meet(request);
            return fault.isPresent() ? fault.get() : answer(request);
        } catch (ApiError e) {
            return Answers.error(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Answers.error(ApiError.internal("the request could not be handled"));
        }
    }

    @Override
    public HttpResponse.Content refuse(int status, String message) {
        return status == 413
                ? Answers.error(ApiError.of(413, "RequestEntityTooLarge", message))
                : HttpHandler.super.refuse(status, message);
    }

    private HttpResponse answer(HttpRequest request) {
        RequestInfo info;
        try {
            info = RequestInfo.of(request);
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("malformed path");
        }
        if (pages.isPublic(info.path())) {
            return pages.answer(request, info.path());
        }
        User user = impersonation.resolve(credentials.user(request), request, attributes(info));
        authorize(user, info);
        return info.resource() ? resources.handle(info, request, user) : pages.answer(request, info.path());
    }

    private void authorize(User user, RequestInfo info) {
        Attributes what = attributes(info);
        if (!rbac.decide(user, what).allowed()) {
            throw Denial.of(user, what);
        }
    }

    private static Attributes attributes(RequestInfo info) {
        String plural =
                info.subresource().isEmpty() ? info.plural() : info.plural() + "/" + firstPart(info.subresource());
        boolean namespaceItself = info.resource()
                && info.plural().equals("namespaces")
                && info.group().isEmpty();
        return new Attributes(
                info.verb(),
                info.resource(),
                info.group(),
                info.version(),
                plural,
                namespaceItself && !info.name().isEmpty() ? info.name() : info.namespace(),
                info.name(),
                info.path());
    }

    private static String firstPart(String subresource) {
        return List.of(subresource.split("/", 2)).getFirst();
    }
}
