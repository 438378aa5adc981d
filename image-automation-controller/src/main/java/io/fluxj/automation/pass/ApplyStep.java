package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImageReference;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.api.image.v1.UpdateStrategy;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.update.PathNotFoundException;
import io.fluxj.automation.update.TreeUpdate;
import io.fluxj.git.GitException;
import io.fluxj.git.GitWorkspace;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Sets what policies chose in the files of a repository. Source: behaviour §6. */
final class ApplyStep {
    private static final int MOST_TOLD = 10;

    private final Map<String, Map<String, String>> told = new ConcurrentHashMap<>();

    TreeUpdate.Result apply(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitWorkspace workspace, ChosenImages chosen)
            throws Failure, InterruptedException {
        for (ImageReference reference : chosen.references().values()) {
            requireImage(reference.name() + ":" + reference.tag(), reference);
        }
        try {
            TreeUpdate.Result result = TreeUpdate.of(workspace, path(pass.object()), chosen.setters());
            tell(pass, result.unparsable());
            return result;
        } catch (GitException | PathNotFoundException failed) {
            throw failed(String.valueOf(failed.getMessage()));
        }
    }

    private static void requireImage(String image, ImageReference reference) throws Retryable {
        try {
            Repository.parse(reference.name());
            if (Reference.Tag.isValid(reference.tag())) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw failed("encountered invalid image ref \"" + image + "\": could not parse reference: " + image);
    }

    private static String path(ImageUpdateAutomation automation) {
        UpdateStrategy update = automation.getSpec().update();
        return update == null ? "" : Objects.requireNonNullElse(update.path(), "");
    }

    /** Each state of these files once. */
    private void tell(Pass<ImageUpdateAutomation, ?> pass, Map<String, String> unparsable) {
        Map<String, String> before = told.put(pass.object().getMetadata().getUid(), unparsable);
        if (unparsable.equals(before)) {
            return;
        }
        unparsable.entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(file -> pass.emit(
                        Severity.WARNING,
                        AutomationReason.UNREADABLE_FILE,
                        "file '" + file.getKey()
                                + "' has image policy markers and was left alone, for it cannot be read: "
                                + file.getValue(),
                        Map.of()));
    }

    void forget(ImageUpdateAutomation automation) {
        told.remove(automation.getMetadata().getUid());
    }

    private static Retryable failed(String why) {
        return Retryable.of(AutomationReason.UPDATE_FAILED, "failed to apply policies: " + why);
    }
}
