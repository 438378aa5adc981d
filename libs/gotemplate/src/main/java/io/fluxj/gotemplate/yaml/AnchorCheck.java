package io.fluxj.gotemplate.yaml;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Refuses names of anchors that YAML 1.2 allows and go-yaml does not: they consist of letters, digits, {@code _} and {@code -}. */
record AnchorCheck(Iterator<Event> events) implements Iterator<Event> {

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof NodeEvent node) {
            Optional<Anchor> anchor =
                    event instanceof AliasEvent alias ? Optional.of(alias.getAlias()) : node.getAnchor();
            if (anchor.isPresent() && !isPlain(anchor.get().getValue())) {
                throw Problems.at(
                        event.getStartMark().map(Mark::getLine).orElse(0),
                        "did not find expected alphabetic or numeric character");
            }
        }
        return event;
    }

    private static boolean isPlain(String name) {
        return name.chars()
                .allMatch(c -> (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || c == '_'
                        || c == '-');
    }
}
