package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.update.TreeUpdate;
import io.fluxj.git.FileDiff;
import io.fluxj.git.GitException;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.TreeFile;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shows what would be committed, and commits nothing of it, where the annotation {@code image.fluxj.io/mode} is {@code plan}. See ADR 107.
 *
 * @param written keeps the plans
 */
record PlanStep(PlanMap written) {
    private static final String MODE = "image.fluxj.io/mode";
    /** A ConfigMap holds a mebibyte. */
    private static final int LONGEST = 512 * 1024;

    static boolean isWanted(ImageUpdateAutomation automation) {
        return PlanMap.isWanted(automation, MODE);
    }

    Outcome plan(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitWorkspace workspace,
            TreeUpdate.Result result,
            Duration interval)
            throws Failure {
        String revision = UpdateWork.shown(workspace.checkedOut());
        boolean isNew = written.write(pass.object(), diff(workspace, result), revision);
        int files = result.contents().size();
        String message = "Plan for revision %s: %d %s would change. Nothing is committed. %s"
                .formatted(revision, files, files == 1 ? "file" : "files", written.howToRead(pass.object()));
        if (isNew) {
            pass.emit(Severity.INFO, AutomationReason.PLANNED, message, Map.of());
        }
        return Outcome.ready(AutomationReason.PLANNED, message, interval);
    }

    /** The changed lines alone: what stands around them is nobody's business who may not read the repository. */
    private static String diff(GitWorkspace workspace, TreeUpdate.Result result) throws Retryable {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(result.contents()).entrySet()) {
            if (text.length() > LONGEST) {
                return text.substring(0, text.lastIndexOf("\n", LONGEST) + 1)
                        + "… and more, which is too long to be shown\n";
            }
            text.append(new FileDiff(file.getKey(), before(workspace, file.getKey()), file.getValue()).unified(0));
        }
        return text.toString();
    }

    private static byte[] before(GitWorkspace workspace, String path) throws Retryable {
        try {
            return workspace.read(new TreeFile(path, TreeFile.Kind.FILE));
        } catch (GitException unreadable) {
            throw UpdateStep.failed("failed to plan: " + unreadable.message(), unreadable);
        }
    }
}
