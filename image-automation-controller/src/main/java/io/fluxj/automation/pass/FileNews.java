package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.setters.Change;
import io.fluxj.automation.update.ChangeSet;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells of each file of a commit what was set in it, by Kubernetes Events alone: who is notified of the commit need not read it twice. */
final class FileNews {
    private static final int MOST_FILES = 50;
    private static final int MOST_CHANGES = 10;

    private FileNews() {}

    static void tell(Pass<ImageUpdateAutomation, ?> pass, ChangeSet changes) {
        changes.files().entrySet().stream()
                .limit(MOST_FILES)
                .forEach(file -> pass.emit(
                        Severity.TRACE,
                        AutomationReason.FILE_UPDATED,
                        "file '" + file.getKey() + "': "
                                + file.getValue().values().stream()
                                        .flatMap(Collection::stream)
                                        .limit(MOST_CHANGES)
                                        .map(FileNews::shown)
                                        .collect(Collectors.joining(", ")),
                        Map.of()));
    }

    private static String shown(Change change) {
        return change.oldValue() + " -> " + change.newValue() + " (" + change.setter() + ")";
    }
}
