package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.GitPush;
import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.api.image.v1.PullRequest;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.request.OpenRequest;
import io.fluxj.automation.request.RequestBranches;
import io.fluxj.automation.request.RequestException;
import io.fluxj.automation.request.RequestHost;
import io.fluxj.automation.request.RequestHosts;
import io.fluxj.automation.request.RequestText;
import io.fluxj.automation.source.GitSource;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitWorkspace;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.SecretReader;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the one open pull request of an automation: opened with its first commit, updated with the next, closed when the base has all of it. Not known to Flux.
 *
 * @param secrets reads tokens
 */
record RequestStep(SecretReader secrets) {
    /** What a spec asks for. */
    static Optional<PullRequest> wanted(ImageUpdateAutomation automation) {
        return Optional.ofNullable(automation.getSpec().git())
                .map(GitSpec::push)
                .map(GitPush::pullRequest);
    }

    /** Says what a request needs that the spec does not give. */
    static void require(ImageUpdateAutomation automation, GitSource source) throws Stalled {
        if (wanted(automation).isEmpty()) {
            return;
        }
        if (!(source.branches().checkout() instanceof GitReference.Branch)) {
            throw unusable("what is checked out must be a branch, by spec.git.checkout.ref.branch or that of the"
                    + " GitRepository, for a request is merged into a branch");
        }
        if (!source.branches().differ()) {
            throw unusable("spec.git.push.branch must name another branch than '"
                    + source.branches().push() + "', which the request is to be merged into");
        }
    }

    private static Stalled unusable(String why) {
        return Stalled.of(
                AutomationReason.INVALID_SOURCE_CONFIGURATION, "spec.git.push.pullRequest cannot be followed: " + why);
    }

    /**
     * Does what is to be done about the request.
     *
     * @param commit what the branch has that its base has not; empty for nothing
     */
    void keep(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitSource source,
            GitWorkspace workspace,
            Optional<RequestedCommit> commit)
            throws Failure, InterruptedException {
        Optional<PullRequest> wanted = wanted(pass.object());
        boolean known = pass.status().pullRequest() != null;
        if (wanted.isEmpty() || (commit.isEmpty() && !known && !workspace.isThere())) {
            pass.update(status -> status.withPullRequest(null));
            return;
        }
        RequestBranches branches = branches(source);
        try (RequestHosts hosts = RequestHosts.open(wanted.get(), source.access(), token(pass, wanted.get()))) {
            RequestHost host = hosts.host();
            Optional<OpenRequest> open = pass.transferring(pass.outdated(), () -> host.find(branches));
            if (commit.isEmpty()) {
                close(pass, host, open);
            } else {
                RequestText text = RequestText.of(
                        Objects.requireNonNullElse(wanted.get().title(), ""),
                        commit.get().pushed().message());
                show(pass, host, new Wanted(branches, text, open, commit.get().isNew()));
            }
        } catch (RequestException refused) {
            throw failed(refused.message(), refused);
        }
    }

    private static Retryable failed(String why, Exception cause) {
        return Retryable.of(AutomationReason.PULL_REQUEST_FAILED, "failed to keep the pull request: " + why, cause);
    }

    /**
     * The commit that a request shows.
     *
     * @param isNew whether it was pushed just now
     */
    record RequestedCommit(Pushed pushed, boolean isNew) {}

    /**
     * What is to be shown.
     *
     * @param open as it is found
     * @param isNew whether there is something new to show
     */
    private record Wanted(RequestBranches branches, RequestText text, Optional<OpenRequest> open, boolean isNew) {}

    private static RequestBranches branches(GitSource source) {
        String base = source.branches().checkout() instanceof GitReference.Branch branch ? branch.name() : "";
        return new RequestBranches(source.branches().push(), base);
    }

    private String token(Pass<ImageUpdateAutomation, ?> pass, PullRequest wanted) throws Retryable {
        LocalObjectReference named = wanted.secretRef();
        if (named == null) {
            return "";
        }
        try {
            NamedSecret secret = secrets.require(
                    pass.object().getMetadata().getNamespace(), named.name(), "failed to get the token's secret");
            secret.confidential().forEach(pass::conceal);
            return secret.text("token");
        } catch (SecretException missing) {
            throw failed(missing.message(), missing);
        }
    }

    private static void show(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, RequestHost host, Wanted wanted)
            throws RequestException, Failure, InterruptedException {
        if (wanted.open().isEmpty()) {
            OpenRequest opened = pass.transferring(pass.outdated(), () -> host.open(wanted.branches(), wanted.text()));
            tell(pass, AutomationReason.PULL_REQUEST_OPENED, "opened pull request " + opened.address());
            pass.update(status -> status.withPullRequest(opened.address()));
            return;
        }
        OpenRequest open = wanted.open().get();
        boolean failedBefore = !pass.conditions().isTrue("Ready");
        if ((wanted.isNew() || failedBefore) && !open.text().equals(wanted.text())) {
            pass.transferring(pass.outdated(), () -> {
                host.update(open, wanted.text());
                return open;
            });
            tell(pass, AutomationReason.PULL_REQUEST_UPDATED, "updated pull request " + open.address());
        }
        pass.update(status -> status.withPullRequest(open.address()));
    }

    private static void close(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, RequestHost host, Optional<OpenRequest> open)
            throws RequestException, Failure, InterruptedException {
        if (open.isPresent()) {
            pass.transferring(pass.outdated(), () -> {
                host.close(open.get());
                return open;
            });
            tell(
                    pass,
                    AutomationReason.PULL_REQUEST_CLOSED,
                    "closed pull request " + open.get().address() + ", for its base has all of it");
        }
        pass.update(status -> status.withPullRequest(null));
    }

    private static void tell(Pass<ImageUpdateAutomation, ?> pass, Reason reason, String message) {
        pass.emit(Severity.INFO, reason, message, Map.of());
    }
}
