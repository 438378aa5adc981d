package io.fluxj.helmrelease.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that Helm's actions logged. */
final class HelmLog implements Notices {

    private static final int MOST = 10;
    private static final int LONGEST = 1000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Clock clock;

    HelmLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(Notice notice) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        notice.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + ": " + notice.message() + ": " + attributes;
        lines.addLast(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...");
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    /** As events have them, with what comes before; empty when nothing was logged. */
    synchronized String appendix() {
        return lines.isEmpty() ? "" : "\n\nLast Helm logs:\n\n" + String.join("\n", lines);
    }
}
