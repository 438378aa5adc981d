package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.CommitAuthor;
import io.fluxj.api.image.v1.GitPush;
import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.message.CommitMessage;
import io.fluxj.automation.message.MessageException;
import io.fluxj.automation.source.GitSource;
import io.fluxj.automation.update.TreeUpdate;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.NewCommit;
import io.fluxj.git.Push;
import io.fluxj.git.sign.SigningException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Commits what was changed, and pushes it. Source: behaviour §6.
 *
 * @param parts rules and time
 */
record UpdateStep(PassParts parts) {
    private static final String UPDATING = "failed to update source: ";

    /** The commit upon what is there; empty when nothing has to be changed. */
    Optional<Commit> commit(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitSource source,
            GitWorkspace workspace,
            Update update)
            throws Failure {
        if (update.result().contents().isEmpty()) {
            return Optional.empty();
        }
        GitSpec git = Objects.requireNonNull(pass.object().getSpec().git());
        String message = message(pass.object(), git, update);
        try {
            String hash = workspace.commit(new NewCommit(
                    update.result().contents(),
                    message,
                    author(git.commit().author()),
                    parts.clock().instant(),
                    source.signer()));
            return Optional.of(new Commit(new Pushed(hash, message), known(source, workspace, hash)));
        } catch (GitException | SigningException failed) {
            throw failed("failed to commit: " + failed.getMessage(), failed);
        }
    }

    /**
     * What is committed.
     *
     * @param result what was changed
     * @param chosen by which choices
     */
    record Update(TreeUpdate.Result result, ChosenImages chosen) {}

    /**
     * A commit that is not pushed yet.
     *
     * @param pushed what will be, when it is
     * @param references what refspecs may name
     */
    record Commit(Pushed pushed, Map<String, String> references) {}

    private static String message(ImageUpdateAutomation automation, GitSpec git, Update update) throws Failure {
        CommitMessage message = new CommitMessage(
                Objects.requireNonNullElse(git.commit().messageTemplate(), ""),
                git.commit().messageTemplateValues());
        try {
            return message.render(new CommitMessage.Subject(
                    automation.getMetadata().getNamespace(),
                    automation.getMetadata().getName(),
                    update.result().changes(),
                    update.chosen().byMarker()));
        } catch (MessageException unusable) {
            throw unusable.usesRemovedField()
                    ? Stalled.of(AutomationReason.REMOVED_TEMPLATE_FIELD, unusable.message(), unusable)
                    : failed(unusable.message(), unusable);
        }
    }

    private static NewCommit.Author author(CommitAuthor author) {
        return new NewCommit.Author(Objects.requireNonNullElse(author.name(), ""), author.email());
    }

    private static Map<String, String> known(GitSource source, GitWorkspace workspace, String hash) {
        Map<String, String> known = new HashMap<>();
        if (source.branches().checkout() instanceof GitReference.Branch branch) {
            known.put("refs/heads/" + branch.name(), workspace.checkedOut().hash());
        }
        known.put("refs/heads/" + source.branches().push(), hash);
        known.put("HEAD", hash);
        return known;
    }

    /** Pushes the branch; answers why it was not taken, empty when it was. */
    Optional<GitException> pushBranch(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitSource source,
            GitWorkspace workspace,
            Commit commit)
            throws Failure, InterruptedException {
        boolean replace = source.branches().differ()
                && (source.branches().anew() || parts.rules().forcePushBranch());
        Push push = new Push(
                "refs/heads/" + source.branches().push(),
                commit.pushed().hash(),
                replace ? Push.Rule.REPLACE_SEEN : Push.Rule.FAST_FORWARD,
                options(pass.object()));
        try {
            pass.transferring(pass.outdated(), () -> {
                workspace.push(push);
                return push;
            });
            return Optional.empty();
        } catch (GitException refused) {
            return Optional.of(refused);
        }
    }

    /** Pushes what the refspec names, if there is one. */
    void pushRefspec(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitWorkspace workspace, Commit commit)
            throws Failure, InterruptedException {
        String refspec = refspec(pass.object());
        if (refspec.isEmpty()) {
            return;
        }
        try {
            Refspec parsed = Refspec.parse(refspec);
            Push push = new Push(
                    parsed.target(), parsed.hash(commit.references()), Push.Rule.FAST_FORWARD, options(pass.object()));
            pass.transferring(pass.outdated(), () -> {
                workspace.push(push);
                return push;
            });
        } catch (GitException refused) {
            throw pushFailed(refused);
        }
    }

    static Retryable pushFailed(GitException refused) {
        return failed("failed to push to remote: " + refused.message(), refused);
    }

    static Retryable failed(String why, Exception cause) {
        return Retryable.of(AutomationReason.GIT_OPERATION_FAILED, UPDATING + why, cause);
    }

    static String refspec(ImageUpdateAutomation automation) {
        return push(automation).map(GitPush::refspec).orElse("");
    }

    private static List<String> options(ImageUpdateAutomation automation) {
        Map<String, String> options =
                new TreeMap<>(push(automation).map(GitPush::options).orElse(Map.of()));
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .toList();
    }

    private static Optional<GitPush> push(ImageUpdateAutomation automation) {
        return Optional.ofNullable(automation.getSpec().git()).map(GitSpec::push);
    }
}
