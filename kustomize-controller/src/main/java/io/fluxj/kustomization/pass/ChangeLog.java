package io.fluxj.kustomization.pass;

import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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
     * @param conceal takes values of Secrets out of the objects' names
     */
    static void tell(ChangeSet changes, String revision, boolean grouped, UnaryOperator<String> conceal) {
        LOG.atInfo()
                .addKeyValue("revision", revision)
                .addKeyValue("output", conceal.apply(output(changes, grouped).toString()))
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
