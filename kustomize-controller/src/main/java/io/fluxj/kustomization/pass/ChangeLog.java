package io.fluxj.kustomization.pass;

import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line of the log that says what an apply changed. */
final class ChangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);

    private ChangeLog() {}

    /**
     * Logs it.
     *
     * @param grouped lists the objects under what was done, instead of what was done under each object
     */
    static void tell(ChangeSet changes, String revision, boolean grouped) {
        LOG.atInfo()
                .addKeyValue("revision", revision)
                .addKeyValue("output", output(changes, grouped))
                .log("server-side apply completed");
    }

    static Map<String, Object> output(ChangeSet changes, boolean grouped) {
        Map<String, Object> output = new TreeMap<>();
        Map<String, ArrayList<String>> groups = new TreeMap<>();
        for (Change change : changes.written()) {
            output.put(change.ref().subject(), change.action().word());
            groups.computeIfAbsent(change.action().word(), word -> new ArrayList<>())
                    .add(change.ref().subject());
        }
        return grouped ? new TreeMap<>(groups) : output;
    }
}
