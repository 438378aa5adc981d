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
import io.fluxj.runtime.plan.PlanMaps;
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
 * @param maps keep the plans
 */
record PlanStep(PlanMaps maps) {
    private static final String MODE = "image.fluxj.io/mode";
    private static final String PLAN = "plan";
    /** A ConfigMap holds a mebibyte. */
    private static final int LONGEST = 512 * 1024;

    static boolean isWanted(ImageUpdateAutomation automation) {
        Map<String, String> annotations = automation.getMetadata().getAnnotations();
        return annotations != null && PLAN.equalsIgnoreCase(annotations.getOrDefault(MODE, ""));
    }

    Outcome plan(
            Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass,
            GitWorkspace workspace,
            TreeUpdate.Result result,
            Duration interval)
            throws Failure {
        String revision = UpdateWork.shown(workspace.checkedOut());
        String name = pass.object().getMetadata().getName() + "-image-plan";
        boolean isNew = maps.keep(pass.object(), name, Map.of("plan", diff(workspace, result), "revision", revision));
        int files = result.contents().size();
        String message = "Plan for revision %s: %d %s would change. Nothing is committed. Read it: kubectl -n %s get"
                        .formatted(
                                revision,
                                files,
                                files == 1 ? "file" : "files",
                                pass.object().getMetadata().getNamespace())
                + " configmap " + name + " -o jsonpath='{.data.plan}'";
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
