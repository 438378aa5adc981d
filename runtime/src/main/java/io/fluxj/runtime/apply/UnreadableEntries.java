package io.fluxj.runtime.apply;

import io.fluxj.apply.inventory.InventoryEntry;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of entries of an inventory that cannot be read: nobody looks after the objects that they meant any more. */
final class UnreadableEntries {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableEntries.class);
    private static final Reason UNREADABLE = () -> "InventoryUnreadable";
    private static final int MOST_NAMED = 10;
    private static final int LONGEST = 200;

    private UnreadableEntries() {}

    static void tell(Pass<?, ?> pass, List<InventoryEntry> unreadable) {
        if (!unreadable.isEmpty()) {
            String message = message(unreadable);
            LOG.warn(message);
            pass.emit(Severity.ERROR, UNREADABLE, message, Map.of());
        }
    }

    private static String message(List<InventoryEntry> unreadable) {
        String entries = unreadable.stream()
                .limit(MOST_NAMED)
                .map(entry -> "id '%s' v '%s'".formatted(shortened(entry.id()), shortened(entry.version())))
                .collect(Collectors.joining(", "));
        return "status.inventory: %d of the entries cannot be read and are left out: %s%s; an object that one of them meant stays in the cluster and has to be deleted by hand"
                .formatted(unreadable.size(), entries, unreadable.size() > MOST_NAMED ? ", ..." : "");
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }
}
